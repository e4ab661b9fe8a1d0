import type { IDataObject } from 'n8n-workflow';

import { failuresIn, NOW, openBench, pairedOf, toErrorOutput } from '../support.cts';
import { byName, eventForm } from './forms.cts';

const bench = openBench({ now: NOW });

const line = {
	product_id: 'sku-1',
	product_name: 'Lamp',
	variant_id: 'white',
	quantity: 1,
	price: 39.5,
};

const order = {
	order_id: 'order-1',
	total_value: 39.5,
	currency: 'EUR',
	source: 'web',
	products: [line],
};

const form = (name: string): IDataObject =>
	eventForm({
		eventName: byName(name),
		eventPropertiesSource: 'json',
		eventPropertiesJson: '={{ $json.properties }}',
		additionalFields: { time: '={{ $json.time }}' },
	});

const time = '2026-01-16T09:30:00Z';
const item = (properties: IDataObject, more: IDataObject = {}): IDataObject => ({
	id: 'user-001',
	time,
	properties,
	...more,
});

const run = async (name: string, items: IDataObject[]) =>
	await bench.run({ parameters: form(name), items, node: toErrorOutput });

const eventsSent = () => bench.bodies().flatMap(({ events }) => events as IDataObject[]);

test('an event under the name of an eCommerce event is held against its schema, and an order leaves once', async () => {
	const { output } = await run('ecommerce.order_placed', [
		item(order),
		item(order),
		item({ ...order, order_id: undefined }),
		item({ ...order, total_value: '39.5' }),
		item({ ...order, products: [{ ...line, colour: 'red' }] }),
	]);
	expect(eventsSent()).toEqual([
		{ external_id: 'user-001', time, name: 'ecommerce.order_placed', properties: order },
	]);
	expect(pairedOf(output[0])).toEqual([{ item: 0 }]);
	const [missing, typed, extra, twice] = failuresIn(output[1]).sort((a, b) =>
		`${a.includes('an earlier item')}`.localeCompare(`${b.includes('an earlier item')}`),
	);
	expect(missing).toContain("'Event Properties > Order ID' is empty");
	expect(typed).toContain("'Event Properties > Total Value' must be a number of 0 or more");
	expect(extra).toContain(`'Product 1' has the key "colour"`);
	expect(twice).toContain('which an earlier item of this run places');
});

test.each(['eCommerce.Order_Placed', 'ecommerce.order_canceled', 'e-commerce.cart_updated'])(
	'%s leaves as a custom event, with a hint',
	async (name) => {
		const { hints } = await run(name, [item(order), item(order)]);
		const told = hints.filter(({ message }) => message.includes('a custom event of your own'));
		expect(told).toHaveLength(1);
		expect(eventsSent()).toHaveLength(2);
	},
);

test('a text longer than the documents allow leaves, with a hint', async () => {
	const { hints } = await run('page_seen', [item({ url: 'x'.repeat(255), ref: 'x'.repeat(256) })]);
	const words = hints.map(({ message }) => message).join();
	expect(words).toContain('"ref" has a text of more than 255 characters');
	expect(words).not.toContain('"url"');
	expect(eventsSent()).toHaveLength(1);
});

test('the milliseconds of a time stay, which tell the order within a second', async () => {
	const times = [
		['2026-01-16T09:30:00.123Z', '2026-01-16T09:30:00.123Z'],
		['2026-01-16T10:30:00:124+0100', '2026-01-16T09:30:00.124Z'],
		[1768555800125, '2026-01-16T09:30:00.125Z'],
		['2026-01-16T09:30:01.000Z', '2026-01-16T09:30:01Z'],
		['2019-02-15 00:00:00 -0500', '2019-02-15T05:00:00Z'],
	];
	const { error } = await run(
		'page_seen',
		times.map(([given]) => item({}, { time: given })),
	);
	expect(error).toBeUndefined();
	expect(eventsSent().map((event) => event.time)).toEqual(times.map(([, sent]) => sent));
});

test('a whole event in the place of its properties is refused as such', async () => {
	const whole = [
		{ name: 'page_seen', properties: { url: 'x' } },
		{ name: 'page_seen', time, properties: { url: 'x' } },
		{ external_id: 'user-001', name: 'page_seen', properties: { url: 'x' } },
	];
	const { output } = await run('page_seen', [
		...whole.map((event) => item(event)),
		item({ name: 'Villa', rooms: 4, properties: { pool: true } }),
	]);
	expect(pairedOf(output[0])).toEqual([{ item: 3 }]);
	for (const failure of failuresIn(output[1])) {
		expect(failure).toContain("'Event Properties' hold a whole event");
	}
});
