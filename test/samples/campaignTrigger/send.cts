import { byId, pairs, perItem, TRIGGERED_CAMPAIGN } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		campaignId: byId(TRIGGERED_CAMPAIGN),
		...perItem,
		triggerPropertiesSource: 'pairs',
		triggerProperties: pairs(['sale', 'spring', 'string']),
	},
	items: [{ id: 'user-001' }, { id: 'user-002' }],
	wire: [
		{
			method: 'POST',
			path: '/campaigns/trigger/send',
			body: {
				campaign_id: TRIGGERED_CAMPAIGN,
				trigger_properties: { sale: 'spring' },
				recipients: [{ external_user_id: 'user-001' }, { external_user_id: 'user-002' }],
			},
		},
	],
};
