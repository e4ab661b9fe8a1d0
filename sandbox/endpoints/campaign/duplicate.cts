import { BrazeError } from '../../errors.cts';
import { CAMPAIGN_ID_FAULT, campaignId, needs } from '../../schemas/ids.cts';
import { checkTags, copyKeys } from '../../schemas/duplicate.cts';
import { keys } from '../../schemas/json-schema.cts';
import { isoSeconds } from '../../workspace/dates.cts';
import { newId } from '../../workspace/ids.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /campaigns/duplicate: the copy is a draft, and nothing tells its id. */
export const duplicateCampaign: Endpoint = {
	method: 'POST',
	path: '/campaigns/duplicate',
	permission: 'campaigns.duplicate',
	rateLimit: 'campaignDuplicatesPerMinute',
	body: keys({ campaign_id: campaignId, ...copyKeys }, ['campaign_id', 'name'], needs.campaign),
	success: 202,
	handle({ body, workspace }) {
		const original = workspace.campaigns.find(body.campaign_id);
		if (!original) throw new BrazeError(400, CAMPAIGN_ID_FAULT);
		checkTags(workspace, body.tag_names);
		const now = isoSeconds(workspace.clock.now());
		workspace.campaigns.add({
			...original,
			id: newId(),
			name: String(body.name),
			state: 'draft',
			created_at: now,
			last_edited: now,
			...(typeof body.description === 'string' && { description: body.description }),
			...(Array.isArray(body.tag_names) && { tags: body.tag_names as string[] }),
		});
		return done();
	},
};
