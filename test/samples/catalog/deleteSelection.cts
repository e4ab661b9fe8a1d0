import { FULL_KEY } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		catalogName: { __rl: true, mode: 'name', value: 'products' },
		selectionName: 'On sale',
	},
	arrange: async ({ url }) => {
		const selection = { name: 'On sale', filters: [], results_limit: 5 };
		await fetch(`${url}/catalogs/products/selections`, {
			method: 'POST',
			headers: { authorization: `Bearer ${FULL_KEY}`, 'content-type': 'application/json' },
			body: JSON.stringify({ selection }),
		});
	},
	wire: [{ method: 'DELETE', path: '/catalogs/products/selections/On%20sale' }],
	output: [{ deleted: true }],
};
