import { BrazeError } from '../../errors.cts';
import { campaignId, needs, sendId } from '../../schemas/ids.cts';
import { keys } from '../../schemas/json-schema.cts';
import { newSendId } from '../../workspace/ids.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /sends/id/create: registers a send_id for a campaign. */
export const createSendId: Endpoint = {
	method: 'POST',
	path: '/sends/id/create',
	permission: 'sends.id.create',
	// Only a new send_id counts, so it is counted below.
	rateLimit: ({ rateLimits, now }) => rateLimits.look('sendIdsPerDay', now),
	body: keys({ campaign_id: campaignId, send_id: sendId }, ['campaign_id'], needs.campaign),
	success: 201,
	handle({ body, workspace, rateLimits, tell }) {
		const campaign = workspace.campaigns.find(body.campaign_id);
		if (!campaign || campaign.kind === 'scheduled') {
			const detail = `campaign_id ${String(body.campaign_id)} is not sent through the API`;
			throw new BrazeError(400, 'Invalid Campaign ID', [detail]);
		}
		const id = typeof body.send_id === 'string' ? body.send_id : newSendId();
		if (!workspace.sendIds.has(campaign.id, id)) {
			const now = workspace.clock.now();
			if (rateLimits.look('sendIdsPerDay', now).remaining === 0) {
				throw new BrazeError(429, 'Rate Limited');
			}
			tell(rateLimits.count('sendIdsPerDay', now));
			workspace.sendIds.add(campaign.id, id);
		}
		return { body: { message: 'success', send_id: id } };
	},
};
