import { dateRange } from '../../parts/reportRange';
import { additionalFields, fields } from '../../parts/fields';
import { campaignId } from '../../parts/identifiers';
import { simplified, simplify } from '../../parts/simplify';
import type { Operation } from '../../pipeline/operation';
import { byRange } from '../../pipeline/send/range';
import { campaignItems, campaignRows } from '../../statistics/campaign';

/** Days that Braze gives at once (Braze docs). */
export const MOST_DAYS = 100;

export const getCampaignStatistics: Operation = {
	resource: 'campaign',
	value: 'getStatistics',
	name: 'Get Statistics',
	action: 'Get campaign statistics',
	description: 'Get sends, opens, clicks, conversions and revenue of a campaign, day by day',
	endpoint: {
		method: 'GET',
		path: '/campaigns/data_series',
		permission: 'campaigns.data_series',
		rateLimit: '50,000 a minute',
		effect: 'read',
		repeat: 'safe',
		parts: [
			fields({ ...campaignId, description: 'Campaign whose numbers to get' }),
			dateRange(),
			simplify(campaignItems),
			additionalFields(),
		],
		paging: byRange('data', MOST_DAYS),
		output: simplified(campaignRows),
	},
};
