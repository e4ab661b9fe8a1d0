import type { Sample } from '../sample.cts';

const time = '2026-01-16T09:30:00Z';

export const sample: Sample = {
	form: {
		userIdentifier: 'externalUserId',
		externalUserId: '={{ $json.id }}',
		ecommerceEvent: 'ecommerce.order_placed',
		orderId: '={{ $json.order }}',
		totalValue: '={{ $json.total }}',
		currency: 'EUR',
		source: 'web',
		products: {
			product: [
				{
					productId: 'sku-1',
					productName: 'Lamp',
					variantId: 'sku-1-white',
					quantity: '2',
					price: 19.75,
				},
			],
		},
		attributesSource: 'none',
		additionalFields: { time, tax: 6.86 },
	},
	items: [{ id: 'user-001', order: 'order-1', total: '39.5' }],
	wire: [
		{
			method: 'POST',
			path: '/users/track',
			body: {
				events: [
					{
						external_id: 'user-001',
						time,
						name: 'ecommerce.order_placed',
						properties: {
							order_id: 'order-1',
							total_value: 39.5,
							currency: 'EUR',
							source: 'web',
							products: [
								{
									product_id: 'sku-1',
									product_name: 'Lamp',
									variant_id: 'sku-1-white',
									quantity: 2,
									price: 19.75,
								},
							],
							tax: 6.86,
						},
					},
				],
			},
		},
	],
	output: [{ message: 'success', events_processed: 1, recipient: { external_id: 'user-001' } }],
};
