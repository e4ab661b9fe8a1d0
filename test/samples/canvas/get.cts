import { byId, CANVAS } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { canvasId: byId(CANVAS) },
	wire: [{ method: 'GET', path: '/canvas/details', query: { canvas_id: CANVAS } }],
	output: [expect.objectContaining({ name: 'Onboarding', steps: expect.any(Array) })],
};
