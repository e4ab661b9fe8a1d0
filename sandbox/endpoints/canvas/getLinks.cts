import { BrazeError, sentenceRefusal } from '../../errors.cts';
import { linksOf } from '../../reports/links.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import { designOf } from '../../workspace/canvas-design.cts';
import type { Endpoint } from '../endpoint.cts';

const CANVAS_FAULT = 'Missing/Invalid Canvas ID';

/** GET /canvas/url_info/details */
export const getCanvasLinks: Endpoint = {
	method: 'GET',
	path: '/canvas/url_info/details',
	permission: 'canvas.url_info.details',
	query: keys(
		{ canvas_step_id: identifier, message_variation_id: identifier, includes_link_id: identifier },
		['canvas_step_id', 'message_variation_id'],
		{
			brazeErrors: {
				'required:canvas_step_id': CANVAS_FAULT,
				'required:message_variation_id': 'Missing/Invalid Message Variant ID',
			},
		},
	),
	refusal: sentenceRefusal,
	success: 200,
	handle({ query, workspace }) {
		const steps = workspace.canvases.all().flatMap((canvas) => designOf(canvas).messageSteps);
		const step = steps.find(({ id }) => id === query.canvas_step_id);
		if (!step) throw new BrazeError(400, CANVAS_FAULT);
		const id = query.message_variation_id;
		const key = id === step.variationId ? step.messageKey : undefined;
		return { body: linksOf(key, id, query.includes_link_id) };
	},
};
