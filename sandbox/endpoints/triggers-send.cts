import { requestSchemas } from '../schemas/requests.cts';
import { deliver } from '../sending.cts';
import type { Endpoint } from './endpoint.cts';
import { accepted } from './targeting.cts';
import { readCampaignTrigger, readCanvasTrigger } from './triggers.cts';

/** POST /campaigns/trigger/send: an API-triggered campaign, right away. */
export const campaignsTriggerSend: Endpoint = {
	method: 'POST',
	path: '/campaigns/trigger/send',
	permission: 'campaigns.trigger.send',
	rateLimit: 'broadcast',
	schema: requestSchemas['/campaigns/trigger/send'],
	handle(call) {
		const { send, errors } = readCampaignTrigger(call);
		deliver(call.workspace, send, call.workspace.clock.now(), call.note);
		return accepted(send, errors);
	},
};

/** POST /canvas/trigger/send: an API-triggered Canvas, right away. */
export const canvasTriggerSend: Endpoint = {
	method: 'POST',
	path: '/canvas/trigger/send',
	permission: 'canvas.trigger.send',
	rateLimit: 'broadcast',
	schema: requestSchemas['/canvas/trigger/send'],
	handle(call) {
		const { send, errors, notice } = readCanvasTrigger(call);
		deliver(call.workspace, send, call.workspace.clock.now(), call.note);
		return accepted(send, errors, notice);
	},
};
