import { BrazeError } from '../errors.cts';
import { querySchemas } from '../schemas/queries.cts';
import { CAMPAIGN_ID_FAULT } from '../schemas/requests.cts';
import type { SeedCampaign, SeedCanvas } from '../seed.cts';
import { found, type Endpoint } from './endpoint.cts';
import { knownCanvas } from './triggers.cts';

/** /campaigns/details has names of its own for some channels. */
const DETAIL_CHANNELS: Record<string, string> = {
	apple_push: 'ios_push',
	content_card: 'content_cards',
};

const SCHEDULE_TYPES: Record<SeedCampaign['kind'], string> = {
	api: 'api',
	api_triggered: 'api_triggered',
	scheduled: 'time_based',
};

/** GET /campaigns/details: where the message variations of a campaign are found. */
export const campaignsDetails: Endpoint = {
	method: 'GET',
	path: '/campaigns/details',
	permission: 'campaigns.details',
	schema: querySchemas['/campaigns/details'],
	handle({ query, workspace }) {
		const campaign = workspace.campaign(query.campaign_id);
		if (!campaign) {
			const detail = `campaign_id ${query.campaign_id} is not known`;
			throw new BrazeError(400, CAMPAIGN_ID_FAULT, [detail]);
		}
		const variations = Object.entries(campaign.variations).map(([id, key]) => [
			id,
			{ channel: DETAIL_CHANNELS[key] ?? key, name: id },
		]);
		return found({
			message: 'success',
			...common(campaign),
			schedule_type: SCHEDULE_TYPES[campaign.kind],
			channels: [...new Set(Object.values(campaign.variations))].map(
				(key) => DETAIL_CHANNELS[key] ?? key,
			),
			first_sent: null,
			last_sent: null,
			messages: Object.fromEntries(variations) as Record<string, unknown>,
			conversion_behaviors: [],
		});
	},
};

/** GET /canvas/details */
export const canvasDetails: Endpoint = {
	method: 'GET',
	path: '/canvas/details',
	permission: 'canvas.details',
	schema: querySchemas['/canvas/details'],
	handle({ query, workspace }) {
		const canvas = knownCanvas(workspace, query.canvas_id);
		return found({
			message: 'success',
			...common(canvas),
			schedule_type: SCHEDULE_TYPES.api_triggered,
			first_entry: null,
			last_entry: null,
			channels: [],
			variants: [],
			steps: [],
		});
	},
};

function common(item: SeedCampaign | SeedCanvas): Record<string, unknown> {
	return {
		created_at: item.created_at ?? null,
		updated_at: item.last_edited ?? item.created_at ?? null,
		archived: item.state === 'archived',
		draft: false,
		enabled: (item.state ?? 'active') === 'active',
		has_post_launch_draft: false,
		name: item.name,
		description: '',
		tags: item.tags ?? [],
		teams: [],
	};
}
