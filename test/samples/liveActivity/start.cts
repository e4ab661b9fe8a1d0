import { pairs } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		appId: 'sandbox-app-001',
		activityId: 'delivery-4711',
		sendTo: 'eachItem',
		userIdentifier: 'externalUserId',
		externalUserId: '={{ $json.id }}',
		activityAttributesType: 'DeliveryAttributes',
		activityAttributesSource: 'pairs',
		activityAttributes: pairs(['shop', 'Sandbox shop', 'string']),
		contentStateSource: 'json',
		contentStateJson: '{ "eta": "12:30" }',
		notificationTitle: 'On its way',
		notificationBody: 'Follow your delivery',
		notificationJson: '{ "sound": "default" }',
	},
	items: [{ id: 'user-001' }, { id: 'user-002' }],
	wire: [
		{
			method: 'POST',
			path: '/messages/live_activity/start',
			body: {
				app_id: 'sandbox-app-001',
				activity_id: 'delivery-4711',
				activity_attributes_type: 'DeliveryAttributes',
				activity_attributes: { shop: 'Sandbox shop' },
				content_state: { eta: '12:30' },
				notification: {
					alert: { title: 'On its way', body: 'Follow your delivery' },
					sound: 'default',
				},
				external_user_ids: ['user-001', 'user-002'],
			},
		},
	],
	output: ['user-001', 'user-002'].map((id) => ({
		message: 'success',
		recipient: { external_user_id: id },
	})),
};
