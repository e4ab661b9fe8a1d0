import { pendingSchedule } from '../../messaging/scheduling.cts';
import { knownCanvas } from '../../messaging/triggers.cts';
import { canvasId, needs } from '../../schemas/ids.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /canvas/trigger/schedule/delete: nobody enters who has not yet. */
export const deleteCanvasTriggerSchedule: Endpoint = {
	method: 'POST',
	path: '/canvas/trigger/schedule/delete',
	permission: 'canvas.trigger.schedule.delete',
	body: keys(
		{ canvas_id: canvasId, schedule_id: identifier },
		['canvas_id', 'schedule_id'],
		needs.canvas,
	),
	success: 201,
	handle(call) {
		knownCanvas(call.workspace, call.body.canvas_id);
		call.schedules.cancel(pendingSchedule(call, 'canvas'));
		return done();
	},
};
