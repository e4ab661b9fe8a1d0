import { audience } from '../../parts/audience';
import { channels } from '../../parts/channels';
import { additionalFields, fields } from '../../parts/fields';
import { sendId, trackedCampaignId } from '../../parts/identifiers';
import { sentNow } from '../../parts/sentNow';
import { users } from '../../parts/users';
import { broadcast, segmentOfNamedUsers, segmentWithoutUsers } from '../../parts/users/target';
import type { Operation } from '../../pipeline/operation';
import { BROADCAST_RATE_LIMIT } from '../rateLimits';
import { messageUsers, overrideFrequencyCapping, recipientSubscriptionState } from './fields';
import { messageOfSuccess } from '../../pipeline/send/success';

export const sendMessage: Operation = {
	resource: 'message',
	value: 'send',
	name: 'Send',
	action: 'Send message',
	description:
		'Send a message whose content you write here, now, by push, email, SMS, WhatsApp, content card or webhook',
	endpoint: {
		method: 'POST',
		path: '/messages/send',
		permission: 'messages.send',
		rateLimit: BROADCAST_RATE_LIMIT,
		effect: 'send',
		repeat: 'unsafe',
		success: messageOfSuccess,
		parts: [
			users(messageUsers),
			fields(segmentWithoutUsers, broadcast),
			channels('send'),
			audience,
			additionalFields(
				trackedCampaignId,
				segmentOfNamedUsers,
				sendId,
				recipientSubscriptionState,
				overrideFrequencyCapping,
			),
			sentNow,
		],
	},
};
