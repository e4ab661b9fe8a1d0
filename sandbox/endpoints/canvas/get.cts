import { knownCanvas } from '../../messaging/triggers.cts';
import { CANVAS_ID_FAULT } from '../../schemas/ids.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import { detailFlags } from '../../schemas/queries.cts';
import { designInDetails } from '../../workspace/canvas-design.cts';
import { designDetails } from '../../workspace/states.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /canvas/details */
export const getCanvas: Endpoint = {
	method: 'GET',
	path: '/canvas/details',
	permission: 'canvas.details',
	query: keys({ canvas_id: identifier, ...detailFlags }, ['canvas_id'], {
		brazeErrors: { required: CANVAS_ID_FAULT },
	}),
	success: 200,
	handle({ query, workspace }) {
		const canvas = knownCanvas(workspace, query.canvas_id);
		return {
			body: {
				message: 'success',
				...designDetails(canvas),
				schedule_type: 'api_triggered',
				first_entry: null,
				last_entry: null,
				...designInDetails(canvas),
			},
		};
	},
};
