import { countBroadcast } from '../../messaging/broadcast-limit.cts';
import { deliver } from '../../messaging/sending.cts';
import { accepted } from '../../messaging/targeting.cts';
import { readCampaignTrigger } from '../../messaging/triggers.cts';
import { needs } from '../../schemas/ids.cts';
import { keys } from '../../schemas/json-schema.cts';
import { attachments } from '../../schemas/messages/email.cts';
import { campaignTrigger } from '../../schemas/targets.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /campaigns/trigger/send: an API-triggered campaign, right away. */
export const sendCampaignTrigger: Endpoint = {
	method: 'POST',
	path: '/campaigns/trigger/send',
	permission: 'campaigns.trigger.send',
	rateLimit: countBroadcast,
	body: keys({ ...campaignTrigger, attachments }, ['campaign_id'], needs.campaign),
	success: 201,
	handle(call) {
		const { send, errors } = readCampaignTrigger(call);
		deliver(call.workspace, send, call.workspace.clock.now(), call.note);
		return accepted(send, errors);
	},
};
