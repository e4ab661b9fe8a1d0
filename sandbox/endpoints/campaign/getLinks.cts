import { BrazeError, sentenceRefusal } from '../../errors.cts';
import { linksOf } from '../../reports/links.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import type { Endpoint } from '../endpoint.cts';

const CAMPAIGN_FAULT = 'Missing/Invalid Campaign ID';

/** GET /campaigns/url_info/details */
export const getCampaignLinks: Endpoint = {
	method: 'GET',
	path: '/campaigns/url_info/details',
	permission: 'campaigns.url_info.details',
	query: keys(
		{ campaign_id: identifier, message_variation_id: identifier, includes_link_id: identifier },
		['campaign_id', 'message_variation_id'],
		{
			brazeErrors: {
				'required:campaign_id': CAMPAIGN_FAULT,
				'required:message_variation_id': 'Missing/Invalid Message Variant ID',
			},
		},
	),
	refusal: sentenceRefusal,
	success: 200,
	handle({ query, workspace }) {
		const campaign = workspace.campaigns.find(query.campaign_id);
		if (!campaign) throw new BrazeError(400, CAMPAIGN_FAULT);
		const id = query.message_variation_id;
		return { body: linksOf(campaign.variations[id], id, query.includes_link_id) };
	},
};
