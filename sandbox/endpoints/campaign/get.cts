import { BrazeError } from '../../errors.cts';
import { CAMPAIGN_ID_FAULT } from '../../schemas/ids.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import { detailFlags } from '../../schemas/queries.cts';
import type { SeedCampaign } from '../../workspace/campaigns.cts';
import { designDetails } from '../../workspace/states.cts';
import { channelInDetails, variationContent } from '../../workspace/variations.cts';
import type { Endpoint, JsonObject } from '../endpoint.cts';

const SCHEDULE_TYPES: Record<SeedCampaign['kind'], string> = {
	api: 'api',
	api_triggered: 'api_triggered',
	scheduled: 'time_based',
	transactional: 'api_triggered',
};

/** GET /campaigns/details: where the message variations of a campaign are found. */
export const getCampaign: Endpoint = {
	method: 'GET',
	path: '/campaigns/details',
	permission: 'campaigns.details',
	query: keys({ campaign_id: identifier, ...detailFlags }, ['campaign_id'], {
		brazeErrors: { required: CAMPAIGN_ID_FAULT },
	}),
	success: 200,
	handle({ query, workspace }) {
		const campaign = workspace.campaigns.find(query.campaign_id);
		if (!campaign) {
			const detail = `campaign_id ${query.campaign_id} is not known`;
			throw new BrazeError(400, CAMPAIGN_ID_FAULT, [detail]);
		}
		const isTold = query.include_has_translatable_content === 'true';
		const variations = Object.entries(campaign.variations).map(
			([id, key]): [string, JsonObject] => [
				id,
				{
					channel: channelInDetails(key),
					name: id,
					...variationContent(key),
					...(isTold && { has_translatable_content: false }),
				},
			],
		);
		return {
			body: {
				message: 'success',
				...designDetails(campaign),
				schedule_type: SCHEDULE_TYPES[campaign.kind],
				channels: [...new Set(Object.values(campaign.variations).map(channelInDetails))],
				first_sent: null,
				last_sent: null,
				messages: Object.fromEntries(variations),
				conversion_behaviors: [],
			},
		};
	},
};
