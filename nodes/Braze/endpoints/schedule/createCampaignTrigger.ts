import { schedule } from '../../parts/schedule';
import type { Operation } from '../../pipeline/operation';
import { campaignTriggerParts } from '../campaignTrigger/parts';
import { BROADCAST_RATE_LIMIT } from '../rateLimits';
import { messageOfSuccess } from '../../pipeline/send/success';

export const createCampaignTriggerSchedule: Operation = {
	resource: 'schedule',
	value: 'createCampaignTrigger',
	name: 'Create Campaign Trigger',
	action: 'Schedule campaign trigger',
	description: 'Trigger a campaign with API-triggered delivery at a later time',
	endpoint: {
		method: 'POST',
		path: '/campaigns/trigger/schedule/create',
		permission: 'campaigns.trigger.schedule.create',
		rateLimit: BROADCAST_RATE_LIMIT,
		effect: 'send',
		repeat: 'unsafe',
		success: messageOfSuccess,
		parts: campaignTriggerParts([schedule], []),
	},
};
