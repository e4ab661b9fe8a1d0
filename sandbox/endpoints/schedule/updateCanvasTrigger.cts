import { updateTriggerSchedule } from '../../messaging/scheduling.cts';
import { knownCanvas } from '../../messaging/triggers.cts';
import { canvasId, needs } from '../../schemas/ids.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import { schedule } from '../../schemas/targets.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /canvas/trigger/schedule/update: another time, which replaces the whole schedule. */
export const updateCanvasTriggerSchedule: Endpoint = {
	method: 'POST',
	path: '/canvas/trigger/schedule/update',
	permission: 'canvas.trigger.schedule.update',
	body: keys(
		{ canvas_id: canvasId, schedule_id: identifier, schedule },
		['canvas_id', 'schedule_id', 'schedule'],
		needs.canvas,
	),
	success: 201,
	handle(call) {
		knownCanvas(call.workspace, call.body.canvas_id);
		return updateTriggerSchedule(call, 'canvas');
	},
};
