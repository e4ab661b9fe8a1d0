import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		catalogName: { __rl: true, mode: 'name', value: 'restaurants' },
		itemId: 'restaurant1',
	},
	wire: [{ method: 'GET', path: '/catalogs/restaurants/items/restaurant1' }],
	output: [expect.objectContaining({ id: 'restaurant1', Rating: 5 })],
	everywhere: ({ id }) => ({ id }),
};
