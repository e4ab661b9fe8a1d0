import { fields } from '../../parts/fields';
import { campaignId, scheduleId } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { deletedSchedule } from './output';
import { anySuccess } from '../../pipeline/send/success';

export const deleteCampaignTriggerSchedule: Operation = {
	resource: 'schedule',
	value: 'deleteCampaignTrigger',
	name: 'Delete Campaign Trigger',
	action: 'Delete campaign trigger schedule',
	description: 'Cancel a scheduled campaign trigger before it is sent',
	endpoint: {
		method: 'POST',
		path: '/campaigns/trigger/schedule/delete',
		permission: 'campaigns.trigger.schedule.delete',
		effect: 'write',
		repeat: 'unsafe',
		success: anySuccess,
		parts: [fields(campaignId, scheduleId)],
		output: deletedSchedule,
	},
};
