import { byId, TRIGGERED_CAMPAIGN } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { campaignId: byId(TRIGGERED_CAMPAIGN), messageVariationId: byId('email-301'), limit: 1 },
	wire: [
		{
			method: 'GET',
			path: '/campaigns/url_info/details',
			query: { campaign_id: TRIGGERED_CAMPAIGN, message_variation_id: 'email-301' },
		},
	],
	output: [
		{
			link_url: 'https://example.com/shop',
			link_id: 'email-301-link-1',
			content_block_path_info: [],
			link_alias: 'shop',
			channel: 'email',
			variation_name: 'email-301',
		},
	],
};
