import { BrazeError } from '../errors.cts';
import { requestSchemas } from '../schemas/requests.cts';
import { newSendId } from '../workspace.cts';
import type { Endpoint } from './endpoint.cts';

/** POST /sends/id/create: registers a send_id for a campaign. */
export const sendsIdCreate: Endpoint = {
	method: 'POST',
	path: '/sends/id/create',
	permission: 'sends.id.create',
	rateLimit: 'send_id',
	schema: requestSchemas['/sends/id/create'],
	handle({ body, workspace, rateLimits, tell }) {
		const campaign = workspace.campaign(body.campaign_id);
		if (!campaign || campaign.kind === 'scheduled') {
			const detail = `campaign_id ${String(body.campaign_id)} is not sent through the API`;
			throw new BrazeError(400, 'Invalid Campaign ID', [detail]);
		}
		const sendId = typeof body.send_id === 'string' ? body.send_id : newSendId();
		if (!workspace.hasSendId(campaign.id, sendId)) {
			const now = workspace.clock.now();
			if (rateLimits.sendIdsLeft(now).remaining === 0) throw new BrazeError(429, 'Rate Limited');
			tell(rateLimits.countSendId(now));
			workspace.addSendId(campaign.id, sendId);
		}
		return { status: 201, body: { message: 'success', send_id: sendId } };
	},
};
