import { byId, TRIGGERED_CAMPAIGN } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { campaignId: byId(TRIGGERED_CAMPAIGN) },
	wire: [{ method: 'GET', path: '/campaigns/details', query: { campaign_id: TRIGGERED_CAMPAIGN } }],
	everywhere: (json) => ({ ...json, messages: {} }),
};
