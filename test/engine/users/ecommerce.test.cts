import type { IDataObject } from 'n8n-workflow';

import { NOW, openBench, shownBy } from '../support.cts';

const bench = openBench({ now: NOW });

const lines = [
	{ product_id: 'sku-1', product_name: 'Lamp', variant_id: 'white', quantity: 2, price: 19.75 },
];

const form = (event: string, more: IDataObject): IDataObject => ({
	resource: 'user',
	operation: 'trackEcommerceEvent',
	userIdentifier: 'externalUserId',
	externalUserId: 'user-001',
	ecommerceEvent: event,
	currency: 'EUR',
	source: 'web',
	attributesSource: 'none',
	productsJson: '={{ $json.lines }}',
	...more,
});

const run = async (event: string, more: IDataObject, item: IDataObject = { lines }) =>
	await bench.run({ parameters: form(event, more), items: [item] });

test.each<[string, IDataObject, IDataObject]>([
	[
		'ecommerce.product_viewed',
		{
			productsJson: '',
			productId: 'sku-1',
			productName: 'Lamp',
			variantId: 'white',
			price: '19.75',
			additionalFields: { type: ['price_drop'], imageUrl: 'https://example.com/lamp.png' },
		},
		{
			product_id: 'sku-1',
			product_name: 'Lamp',
			variant_id: 'white',
			price: 19.75,
			type: ['price_drop'],
			image_url: 'https://example.com/lamp.png',
		},
	],
	[
		'ecommerce.cart_updated',
		{ cartId: 'cart-1', cartAction: 'add' },
		{ cart_id: 'cart-1', action: 'add', products: lines },
	],
	[
		// the last product was taken out
		'ecommerce.cart_updated',
		{ cartId: 'cart-1', totalValue: '0', productsJson: '[]' },
		{ cart_id: 'cart-1', action: 'replace', total_value: 0, products: [] },
	],
	[
		'ecommerce.checkout_started',
		{ checkoutId: 'checkout-1', totalValue: '39.5' },
		{ checkout_id: 'checkout-1', total_value: 39.5, products: lines },
	],
	[
		'ecommerce.order_placed',
		{
			orderId: 'order-1',
			cartId: 'cart-1',
			totalValue: 39.5,
			additionalFields: {
				totalDiscounts: 5,
				discounts: '[{ "code": "SPRING", "amount": 5 }]',
				metadataJson: '{ "order_status_url": "https://example.com/order-1" }',
			},
		},
		{
			order_id: 'order-1',
			cart_id: 'cart-1',
			total_value: 39.5,
			total_discounts: 5,
			discounts: [{ code: 'SPRING', amount: 5 }],
			metadata: { order_status_url: 'https://example.com/order-1' },
			products: lines,
		},
	],
	[
		'ecommerce.order_cancelled',
		{ orderId: 'order-1', totalValue: 39.5, cancelReason: 'customer_request' },
		{
			order_id: 'order-1',
			total_value: 39.5,
			cancel_reason: 'customer_request',
			products: lines,
		},
	],
	[
		'ecommerce.order_refunded',
		{ orderId: 'order-1', totalValue: 0 },
		{ order_id: 'order-1', total_value: 0, products: lines },
	],
])('%s goes out whole and is taken', async (event, more, properties) => {
	const { error } = await run(event, more);
	expect(error?.message).toBeUndefined();
	const { body, response } = bench.onlyRequest();
	const [sent] = (body as IDataObject).events as IDataObject[];
	expect(sent).toMatchObject({ external_id: 'user-001', name: event });
	expect(sent.properties).toEqual({ currency: 'EUR', source: 'web', ...properties });
	expect(response).toEqual({ events_processed: 1, message: 'success' });
});

const placed = { orderId: 'order-1', totalValue: 39.5 };

test.each<[string, string, IDataObject, IDataObject, string]>([
	[
		'an order without its ID',
		'ecommerce.order_placed',
		{ totalValue: 1 },
		{ lines },
		"'Order ID' is empty",
	],
	[
		'a text where a number belongs',
		'ecommerce.order_placed',
		placed,
		{ lines: [{ ...lines[0], price: '9.99' }] },
		"'Products 1 > Price' must be a number but is",
	],
	[
		'a number where a text belongs',
		'ecommerce.order_placed',
		placed,
		{ lines: [{ ...lines[0], product_id: 1 }] },
		"'Products 1 > Product ID' must be text but is the number 1",
	],
	[
		'a key outside the schema',
		'ecommerce.order_placed',
		placed,
		{ lines: [{ ...lines[0], colour: 'white' }] },
		'has the key "colour", which Braze does not take',
	],
	['no products', 'ecommerce.order_placed', placed, { lines: [] }, 'is empty'],
	[
		'a whole cart without its value',
		'ecommerce.cart_updated',
		{ cartId: 'c' },
		{ lines },
		"'Total Value'",
	],
	[
		'a currency in small letters',
		'ecommerce.order_placed',
		{ ...placed, currency: 'eur' },
		{ lines },
		'ISO 4217',
	],
	[
		'a negative amount',
		'ecommerce.order_placed',
		{ ...placed, totalValue: -1 },
		{ lines },
		'a number of 0 or more',
	],
	[
		'an event that is none',
		'ecommerce.unknown',
		placed,
		{ lines },
		'cannot be "ecommerce.unknown"',
	],
])('%s is refused before anything leaves', async (_what, event, more, item, sentence) => {
	const { error } = await run(event, more, item);
	expect(shownBy(error)).toContain(sentence);
	expect(bench.sandbox.requests).toEqual([]);
});

test('a purchase is held against what Braze takes', async () => {
	const purchase = (more: IDataObject): IDataObject => ({
		...form('', {}),
		operation: 'trackPurchase',
		productId: 'shoes',
		price: '10',
		quantity: 1,
		purchasePropertiesSource: 'none',
		...more,
	});
	for (const [more, sentence] of [
		[{ quantity: 101 }, 'Braze takes 1 to 100'],
		[{ price: 'ten' }, "'Price' must be a number"],
		[{ price: '={{ $json.price }}' }, "'Price' is empty"],
		[
			{ purchasePropertiesSource: 'json', purchasePropertiesJson: '{"price":1}' },
			'keeps for itself',
		],
		[{ purchasePropertiesSource: 'json', purchasePropertiesJson: '{"$x":1}' }, 'begins with $'],
	] as Array<[IDataObject, string]>) {
		const { error } = await bench.run({ parameters: purchase(more), items: [{}] });
		expect(shownBy(error)).toContain(sentence);
	}
	expect(bench.sandbox.requests).toEqual([]);
});
