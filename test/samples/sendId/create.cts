import { API_CAMPAIGN, byId } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { campaignId: byId(API_CAMPAIGN), sendId: 'spring-sale' },
	wire: [
		{
			method: 'POST',
			path: '/sends/id/create',
			body: { campaign_id: API_CAMPAIGN, send_id: 'spring-sale' },
		},
	],
	output: [expect.objectContaining({ send_id: 'spring-sale', message: 'success' })],
};
