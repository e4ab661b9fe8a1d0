import type { Recipient } from '../schemas/recipient.cts';
import { requestSchemas } from '../schemas/requests.cts';
import { deliver } from '../sending.cts';
import { created, type Endpoint } from './endpoint.cts';
import { readCampaignTrigger, readCanvasTrigger, writeAttributes } from './triggers.cts';

/** POST /campaigns/trigger/send: an API-triggered campaign, right away. */
export const campaignsTriggerSend: Endpoint = {
	method: 'POST',
	path: '/campaigns/trigger/send',
	permission: 'campaigns.trigger.send',
	rateLimit: 'broadcast',
	schema: requestSchemas['/campaigns/trigger/send'],
	handle(call) {
		const { send, errors } = readCampaignTrigger(call);
		writeAttributes(call.workspace, call.body.recipients as Recipient[] | undefined);
		deliver(call.workspace, send, call.workspace.clock.now(), call.note);
		return created({
			dispatch_id: send.dispatchId,
			...(send.sendId && { send_id: send.sendId }),
			message: 'success',
			...(errors.length > 0 && { errors }),
		});
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
		if (!notice) {
			writeAttributes(call.workspace, call.body.recipients as Recipient[] | undefined);
			deliver(call.workspace, send, call.workspace.clock.now(), call.note);
		}
		return created({
			dispatch_id: send.dispatchId,
			message: 'success',
			...(notice && { notice }),
			...(errors.length > 0 && { errors }),
		});
	},
};
