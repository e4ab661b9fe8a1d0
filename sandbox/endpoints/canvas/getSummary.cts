import { knownCanvas } from '../../messaging/triggers.cts';
import { canvasSeriesKeys, canvasStats } from '../../reports/canvas-series.cts';
import { CANVAS_LENGTH, timesOf } from '../../reports/series.cts';
import { CANVAS_ID_FAULT } from '../../schemas/ids.cts';
import { keys } from '../../schemas/json-schema.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /canvas/data_summary: by length only, which is how the node asks. */
export const getCanvasSummary: Endpoint = {
	method: 'GET',
	path: '/canvas/data_summary',
	permission: 'canvas.data_summary',
	query: keys(canvasSeriesKeys, ['canvas_id', 'ending_at', 'length'], {
		brazeErrors: { 'required:canvas_id': CANVAS_ID_FAULT },
	}),
	success: 200,
	handle(call) {
		const canvas = knownCanvas(call.workspace, call.query.canvas_id);
		const about = timesOf(call, CANVAS_LENGTH).join(' ');
		return {
			body: {
				data: { name: canvas.name, ...canvasStats(canvas, call.query, about) },
				message: 'success',
			},
		};
	},
};
