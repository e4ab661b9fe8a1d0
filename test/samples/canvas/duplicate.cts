import { byId, CANVAS } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		canvasId: byId(CANVAS),
		name: 'Copy of it',
		additionalFields: { description: 'For spring', tagNames: ['marketing'] },
	},
	wire: [
		{
			method: 'POST',
			path: '/canvas/duplicate',
			body: {
				canvas_id: CANVAS,
				name: 'Copy of it',
				description: 'For spring',
				tag_names: ['marketing'],
			},
		},
	],
	output: [{ message: 'success', queued: true }],
};
