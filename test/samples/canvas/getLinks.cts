import { designOf } from '../../../sandbox/workspace/canvas-design.cts';
import { CANVAS } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

const [email] = designOf({ id: CANVAS }).messageSteps;

export const sample: Sample = {
	form: {
		canvasStepId: email.id,
		messageVariationId: email.variationId,
		additionalFields: { includesLinkId: `${email.variationId}-link-2` },
	},
	wire: [
		{
			method: 'GET',
			path: '/canvas/url_info/details',
			query: {
				canvas_step_id: email.id,
				message_variation_id: email.variationId,
				includes_link_id: `${email.variationId}-link-2`,
			},
		},
	],
	output: [expect.objectContaining({ link_url: 'https://example.com/account', channel: 'email' })],
};
