import { byCreation, pageOf } from '../../lists.cts';
import { keys } from '../../schemas/json-schema.cts';
import { editedList } from '../../schemas/queries.cts';
import { createdAt, lastEdited } from '../../workspace/dates.cts';
import { isListed } from '../../workspace/states.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /campaigns/list */
export const getCampaigns: Endpoint = {
	method: 'GET',
	path: '/campaigns/list',
	permission: 'campaigns.list',
	query: keys(editedList),
	success: 200,
	handle({ query, workspace }) {
		const listed = workspace.campaigns.all().filter((campaign) => isListed(campaign, query));
		const campaigns = pageOf(byCreation(listed, query, createdAt), query).map((campaign) => ({
			id: campaign.id,
			last_edited: lastEdited(campaign),
			name: campaign.name,
			is_api_campaign: campaign.kind === 'api',
			tags: campaign.tags ?? [],
		}));
		return { body: { message: 'success', campaigns } };
	},
};
