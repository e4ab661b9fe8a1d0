import { attachments } from '../../messages/emailAttachments';
import { sentNow } from '../../parts/sentNow';
import type { Operation } from '../../pipeline/operation';
import { BROADCAST_RATE_LIMIT } from '../rateLimits';
import { campaignTriggerParts } from './parts';
import { messageOfSuccess } from '../../pipeline/send/success';

export const sendCampaignTrigger: Operation = {
	resource: 'campaignTrigger',
	value: 'send',
	name: 'Send',
	action: 'Send campaign trigger',
	description:
		'Trigger a campaign with API-triggered delivery now, for named users or for its audience',
	endpoint: {
		method: 'POST',
		path: '/campaigns/trigger/send',
		permission: 'campaigns.trigger.send',
		rateLimit: BROADCAST_RATE_LIMIT,
		effect: 'send',
		repeat: 'unsafe',
		success: messageOfSuccess,
		parts: [...campaignTriggerParts([], [attachments]), sentNow],
	},
};
