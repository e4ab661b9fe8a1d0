import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		name: 'shoes',
		description: 'Shoes in stock',
		fields: {
			field: [
				{ fieldName: 'title', fieldType: 'string' },
				{ fieldName: 'price', fieldType: 'number' },
			],
		},
	},
	wire: [
		{
			method: 'POST',
			path: '/catalogs',
			body: {
				catalogs: [
					{
						name: 'shoes',
						description: 'Shoes in stock',
						fields: [
							{ name: 'id', type: 'string' },
							{ name: 'title', type: 'string' },
							{ name: 'price', type: 'number' },
						],
					},
				],
			},
		},
	],
	output: [expect.objectContaining({ name: 'shoes', num_items: 0 })],
};
