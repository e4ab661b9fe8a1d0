import { BrazeError } from '../../errors.cts';
import { anyCampaign, campaignDays } from '../../reports/campaign-series.cts';
import { seriesKeys, timesOf } from '../../reports/series.cts';
import { CAMPAIGN_ID_FAULT } from '../../schemas/ids.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /sends/data_series */
export const getSendIdStatistics: Endpoint = {
	method: 'GET',
	path: '/sends/data_series',
	permission: 'sends.data_series',
	query: keys(
		{ campaign_id: identifier, send_id: identifier, ...seriesKeys },
		['campaign_id', 'send_id', 'length'],
		{ brazeErrors: { 'required:campaign_id': CAMPAIGN_ID_FAULT } },
	),
	success: 200,
	handle(call) {
		const { query, workspace } = call;
		const campaign = anyCampaign(workspace, query.campaign_id);
		if (!workspace.sendIds.has(campaign.id, query.send_id)) {
			throw new BrazeError(400, 'Invalid Send ID', [`send_id ${query.send_id} is not known`]);
		}
		const data = campaignDays(campaign, timesOf(call), query.send_id);
		return { body: { message: 'success', data } };
	},
};
