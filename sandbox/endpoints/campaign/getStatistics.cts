import { anyCampaign, campaignDays } from '../../reports/campaign-series.cts';
import { seriesKeys, timesOf } from '../../reports/series.cts';
import { CAMPAIGN_ID_FAULT } from '../../schemas/ids.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /campaigns/data_series */
export const getCampaignStatistics: Endpoint = {
	method: 'GET',
	path: '/campaigns/data_series',
	permission: 'campaigns.data_series',
	rateLimit: 'campaignSeriesPerMinute',
	query: keys({ campaign_id: identifier, ...seriesKeys }, ['campaign_id', 'length'], {
		brazeErrors: { 'required:campaign_id': CAMPAIGN_ID_FAULT },
	}),
	success: 200,
	handle(call) {
		const campaign = anyCampaign(call.workspace, call.query.campaign_id);
		return { body: { message: 'success', data: campaignDays(campaign, timesOf(call)) } };
	},
};
