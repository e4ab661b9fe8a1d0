import { byId, CANVAS, perItem } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		canvasId: byId(CANVAS),
		...perItem,
		recipientContextSource: 'selectedInputFields',
		recipientContextInputFields: 'city',
	},
	items: [{ id: 'user-001', city: 'Bonn' }],
	wire: [
		{
			method: 'POST',
			path: '/canvas/trigger/send',
			body: {
				canvas_id: CANVAS,
				recipients: [{ external_user_id: 'user-001', context: { city: 'Bonn' } }],
			},
		},
	],
};
