import { countBroadcast } from '../../messaging/broadcast-limit.cts';
import { createSchedule } from '../../messaging/scheduling.cts';
import { readCanvasTrigger } from '../../messaging/triggers.cts';
import { needs } from '../../schemas/ids.cts';
import { keys } from '../../schemas/json-schema.cts';
import { canvasTrigger, schedule } from '../../schemas/targets.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /canvas/trigger/schedule/create: an API-triggered Canvas, entered at its time. */
export const createCanvasTriggerSchedule: Endpoint = {
	method: 'POST',
	path: '/canvas/trigger/schedule/create',
	permission: 'canvas.trigger.schedule.create',
	rateLimit: countBroadcast,
	body: keys({ ...canvasTrigger, schedule }, ['canvas_id', 'schedule'], needs.canvas),
	success: 201,
	handle(call) {
		const { send, errors } = readCanvasTrigger(call);
		return createSchedule(call, send, errors);
	},
};
