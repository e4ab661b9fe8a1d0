import { byId, TRIGGERED_CAMPAIGN } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		campaignId: byId(TRIGGERED_CAMPAIGN),
		name: 'Copy of it',
		additionalFields: { description: 'For spring', tagNames: ['marketing'] },
	},
	wire: [
		{
			method: 'POST',
			path: '/campaigns/duplicate',
			body: {
				campaign_id: TRIGGERED_CAMPAIGN,
				name: 'Copy of it',
				description: 'For spring',
				tag_names: ['marketing'],
			},
		},
	],
	output: [{ message: 'success', queued: true }],
};
