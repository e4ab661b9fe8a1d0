import { additionalFields, fields } from '../../parts/fields';
import { appId } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { activityId, contentState, notification, staleDate } from './fields';
import { messageOfSuccess } from '../../pipeline/send/success';

export const updateLiveActivity: Operation = {
	resource: 'liveActivity',
	value: 'update',
	name: 'Update',
	action: 'Update Live Activity',
	description: 'Change what an activity shows, or end it',
	endpoint: {
		method: 'POST',
		path: '/messages/live_activity/update',
		permission: 'messages.live_activity.update',
		effect: 'send',
		// without a notification a repeat sets the same state; with one it would alert again
		repeat: ({ notification: alert }) => alert === undefined,
		success: messageOfSuccess,
		parts: [
			fields(appId, activityId),
			contentState,
			notification(false),
			additionalFields(
				{
					displayName: 'Dismissal Date',
					name: 'dismissalDate',
					type: 'dateTime',
					default: '',
					description:
						'When an activity that ends leaves the lock screen; one in the past removes it at once',
				},
				{
					displayName: 'End Activity',
					name: 'endActivity',
					type: 'boolean',
					default: false,
					description: 'Whether the activity ends with this update',
				},
				staleDate,
			),
		],
	},
};
