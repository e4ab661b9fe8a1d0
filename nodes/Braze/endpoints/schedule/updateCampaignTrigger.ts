import { fields } from '../../parts/fields';
import { campaignId, scheduleId } from '../../parts/identifiers';
import { movedSchedule } from '../../parts/schedule';
import type { Operation } from '../../pipeline/operation';
import { withScheduleId } from './output';
import { anySuccess } from '../../pipeline/send/success';

export const updateCampaignTriggerSchedule: Operation = {
	resource: 'schedule',
	value: 'updateCampaignTrigger',
	name: 'Update Campaign Trigger',
	action: 'Update campaign trigger schedule',
	description: 'Move a scheduled campaign trigger to another time before it is sent',
	endpoint: {
		method: 'POST',
		path: '/campaigns/trigger/schedule/update',
		permission: 'campaigns.trigger.schedule.update',
		effect: 'send',
		repeat: 'unsafe',
		success: anySuccess,
		parts: [fields(campaignId, scheduleId), movedSchedule],
		output: withScheduleId,
	},
};
