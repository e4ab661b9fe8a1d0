import { audience } from '../../parts/audience';
import { channels } from '../../parts/channels';
import { additionalFields, fields } from '../../parts/fields';
import { sendId, trackedCampaignId } from '../../parts/identifiers';
import { schedule } from '../../parts/schedule';
import { users } from '../../parts/users';
import { broadcast, segmentOfNamedUsers, segmentWithoutUsers } from '../../parts/users/target';
import type { Operation } from '../../pipeline/operation';
import {
	messageUsers,
	overrideMessagingLimits,
	recipientSubscriptionState,
} from '../message/fields';
import { BROADCAST_RATE_LIMIT } from '../rateLimits';
import { messageOfSuccess } from '../../pipeline/send/success';

export const createMessageSchedule: Operation = {
	resource: 'schedule',
	value: 'createMessage',
	name: 'Create Message',
	action: 'Schedule message',
	description: 'Send a message whose content you write here at a later time',
	endpoint: {
		method: 'POST',
		path: '/messages/schedule/create',
		permission: 'messages.schedule.create',
		rateLimit: BROADCAST_RATE_LIMIT,
		effect: 'send',
		repeat: 'unsafe',
		success: messageOfSuccess,
		parts: [
			schedule,
			users(messageUsers),
			fields(segmentWithoutUsers, broadcast),
			channels('schedule'),
			audience,
			additionalFields(
				trackedCampaignId,
				segmentOfNamedUsers,
				sendId,
				recipientSubscriptionState,
				overrideMessagingLimits,
			),
		],
	},
};
