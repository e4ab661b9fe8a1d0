import { additionalFields, fields } from '../../parts/fields';
import { appId } from '../../parts/identifiers';
import { properties } from '../../parts/properties';
import type { Operation } from '../../pipeline/operation';
import { activityId, contentState, needsObject, notification, staleDate } from './fields';
import { activityTarget } from './target';
import { messageOfSuccess } from '../../pipeline/send/success';

export const startLiveActivity: Operation = {
	resource: 'liveActivity',
	value: 'start',
	name: 'Start',
	action: 'Start Live Activity',
	description: "Start an activity on the lock screen of users' iPhones",
	endpoint: {
		method: 'POST',
		path: '/messages/live_activity/start',
		permission: 'messages.live_activity.start',
		effect: 'send',
		repeat: 'unsafe',
		success: messageOfSuccess,
		parts: [
			fields(appId, {
				...activityId,
				description: 'Your own ID of the activity; keep it for Update',
			}),
			...activityTarget,
			fields({
				displayName: 'Attributes Type',
				name: 'activityAttributesType',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. OrderAttributes',
				description: 'Name under which the app registered this kind of activity',
			}),
			{
				...properties({
					name: 'activityAttributes',
					displayName: 'Activity Attributes',
					description: 'Values that stay the same while the activity runs',
					wireKey: 'activity_attributes',
				}),
				check: ({ wire }) => needsObject(wire, 'activity_attributes', 'Activity Attributes'),
			},
			contentState,
			notification(true),
			additionalFields(staleDate),
		],
	},
};
