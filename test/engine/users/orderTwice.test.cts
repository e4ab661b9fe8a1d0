import type { IDataObject } from 'n8n-workflow';

import { failuresIn, NOW, openBench, pairedOf, toErrorOutput } from '../support.cts';

const bench = openBench({ now: NOW });

const line = { product_name: 'Lamp', variant_id: 'white', quantity: 1, price: 19.75 };

const form = (more: IDataObject = {}): IDataObject => ({
	resource: 'user',
	operation: 'trackEcommerceEvent',
	userIdentifier: 'externalUserId',
	externalUserId: '={{ $json.id }}',
	ecommerceEvent: 'ecommerce.order_placed',
	orderId: '={{ $json.order }}',
	totalValue: '={{ $json.total }}',
	currency: 'EUR',
	source: 'web',
	productsJson: '={{ [$json.line] }}',
	attributesSource: 'json',
	attributesJson: '{ "tier": "gold" }',
	...more,
});

const order = (more: IDataObject = {}): IDataObject => ({
	id: 'user-001',
	order: 'order-1',
	total: 19.75,
	line: { product_id: 'sku-1', ...line },
	...more,
});

/** The second is the first again, and so is the last, written otherwise. */
const items = [
	order(),
	order(),
	order({ order: 'order-2' }),
	order({ id: 'user-002' }),
	order({ line: { product_id: 'sku-2', ...line } }),
	order({ total: '19.75', id: ' user-001' }),
];

const eventsOf = (body: IDataObject) => body.events as IDataObject[];

test('an order that a run places twice leaves once, and the other items say why', async () => {
	const { output } = await bench.run({ parameters: form(), items, node: toErrorOutput });
	expect(eventsOf(bench.onlyRequest().body as IDataObject)).toHaveLength(4);
	expect(pairedOf(output[1])).toEqual([{ item: 1 }, { item: 5 }]);
	for (const failure of failuresIn(output[1])) {
		expect(failure).toContain(`'Order ID' is "order-1", which an earlier item of this run places`);
	}
});

test('an order that is tracked as a custom event counts as well', async () => {
	const products = [{ product_id: 'sku-1', ...line }];
	const whole = { total_value: 19.75, currency: 'EUR', source: 'web', products };
	const { error } = await bench.run({
		parameters: {
			resource: 'user',
			operation: 'trackEvent',
			userIdentifier: 'externalUserId',
			externalUserId: 'user-001',
			eventName: 'ecommerce.order_placed',
			eventPropertiesSource: 'json',
			eventPropertiesJson: '={{ JSON.stringify($json) }}',
		},
		items: [1, 2].map(() => ({ order_id: 'order-1', ...whole })),
	});
	expect(error?.message).toContain(`Item 1: 'Order ID' is "order-1"`);
	expect(bench.sandbox.requests).toEqual([]);
});

test('nothing leaves where the node stops at the first failure', async () => {
	const { error } = await bench.run({ parameters: form(), items });
	expect(error?.message).toContain('Item 1');
	expect(bench.sandbox.requests).toEqual([]);
});

test.each(['ecommerce.order_refunded', 'ecommerce.checkout_started'])(
	'%s may come twice',
	async (ecommerceEvent) => {
		const parameters = form({ ecommerceEvent, checkoutId: 'checkout-1' });
		await bench.run({ parameters, items: [order(), order()] });
		expect(eventsOf(bench.onlyRequest().body as IDataObject)).toHaveLength(2);
	},
);
