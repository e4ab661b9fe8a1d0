import type { Sample } from '../sample.cts';

const time = '2026-01-16T09:30:00Z';

export const sample: Sample = {
	form: {
		userIdentifier: 'email',
		email: '={{ $json.email }}',
		productId: 'running_shoes',
		currency: 'EUR',
		price: '={{ $json.price }}',
		quantity: 2,
		purchasePropertiesSource: 'json',
		purchasePropertiesJson: '{ "size": 42 }',
		attributesSource: 'json',
		attributesJson: '{ "last_shop": "web" }',
		additionalFields: { time },
	},
	items: [{ email: 'user-001@example.com', price: 79.9 }],
	wire: [
		{
			method: 'POST',
			path: '/users/track',
			body: {
				attributes: [{ email: 'user-001@example.com', last_shop: 'web' }],
				purchases: [
					{
						email: 'user-001@example.com',
						time,
						product_id: 'running_shoes',
						currency: 'EUR',
						price: 79.9,
						quantity: 2,
						properties: { size: 42 },
					},
				],
			},
		},
	],
	output: [
		{
			message: 'success',
			attributes_processed: 1,
			purchases_processed: 1,
			recipient: { email: 'user-001@example.com' },
		},
	],
};
