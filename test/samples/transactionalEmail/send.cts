import { byId, pairs, TRANSACTIONAL_CAMPAIGN } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		campaignId: byId(TRANSACTIONAL_CAMPAIGN),
		userIdentifier: 'externalUserId',
		externalUserId: '={{ $json.id }}',
		attributesSource: 'pairs',
		attributes: pairs(['email', '={{ $json.email }}', 'string']),
		triggerPropertiesSource: 'pairs',
		triggerProperties: pairs(['reset_code', '={{ $json.code }}', 'string']),
		additionalFields: { externalSendId: '=reset-{{ $json.code }}-{{ $itemIndex }}' },
	},
	items: [{ id: 'user-001', email: 'user-001@example.com', code: 'A1' }],
	wire: [
		{
			method: 'POST',
			path: `/transactional/v1/campaigns/${TRANSACTIONAL_CAMPAIGN}/send`,
			body: {
				external_send_id: 'reset-A1-0',
				recipient: {
					external_user_id: 'user-001',
					attributes: { email: 'user-001@example.com' },
				},
				trigger_properties: { reset_code: 'A1' },
			},
		},
	],
	output: [
		{
			dispatch_id: expect.any(String),
			status: 'sent',
			metadata: expect.objectContaining({ external_send_id: 'reset-A1-0' }),
		},
	],
};
