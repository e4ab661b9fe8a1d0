import { countBroadcast } from '../../messaging/broadcast-limit.cts';
import { deliver } from '../../messaging/sending.cts';
import { accepted } from '../../messaging/targeting.cts';
import { readCanvasTrigger } from '../../messaging/triggers.cts';
import { needs } from '../../schemas/ids.cts';
import { keys } from '../../schemas/json-schema.cts';
import { canvasTrigger } from '../../schemas/targets.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /canvas/trigger/send: an API-triggered Canvas, right away. */
export const sendCanvasTrigger: Endpoint = {
	method: 'POST',
	path: '/canvas/trigger/send',
	permission: 'canvas.trigger.send',
	rateLimit: countBroadcast,
	body: keys(canvasTrigger, ['canvas_id'], needs.canvas),
	success: 201,
	handle(call) {
		const { send, errors, notice } = readCanvasTrigger(call);
		deliver(call.workspace, send, call.workspace.clock.now(), call.note);
		return accepted(send, errors, notice);
	},
};
