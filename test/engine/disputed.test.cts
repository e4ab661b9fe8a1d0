import type { IDataObject } from 'n8n-workflow';

import { jsonOf, NOW, openBench, shownBy, type Parameters } from './support.cts';
import { openStub } from './stub.cts';
import { eventForm, fieldsForm } from './users/forms.cts';

const NEWSLETTER = '5b000000-0000-4000-8000-000000000001';

const bench = openBench({ now: NOW });
const stub = openStub();

const run = async (parameters: Parameters, items: IDataObject[] = [{}], url?: string) =>
	await bench.run({ parameters, items, ...(url === undefined ? {} : { url }) });

describe("where Braze's own pages and answers disagree", () => {
	test.each(['Max input length exceed', 'Max Input Length Exceeded'])(
		'"%s" of a single object is the last word of Braze, and is not asked again',
		async (message) => {
			stub.answer = { status: 400, body: { message } };
			const { error } = await run(fieldsForm(), [{ id: 'user-001', tier: 'gold' }], stub.url);
			expect(shownBy(error)).toContain(message);
			expect(stub.asked).toHaveLength(1);
		},
	);

	test('an ID that is a number in the data leaves as text', async () => {
		await run(eventForm(), [{ id: 4711 }]);
		expect(bench.bodies()[0].events).toEqual([expect.objectContaining({ external_id: '4711' })]);
	});

	test('a phone number in a query keeps its plus sign', async () => {
		await run({
			resource: 'subscriptionGroup',
			operation: 'getOfUser',
			userIdentifier: 'phone',
			phone: '+15555550101',
		});
		expect(bench.onlyRequest().query).toMatchObject({ phone: '+15555550101' });
	});

	test('a state comes out in the spelling in which it can be set', async () => {
		const set = {
			resource: 'subscriptionGroup',
			operation: 'setStatus',
			userIdentifier: 'externalUserId',
			externalUserId: 'user-001',
		};
		const of = (state: string): Parameters => ({
			...set,
			subscriptionGroups: {
				group: [{ subscriptionGroupId: NEWSLETTER, subscriptionState: state }],
			},
		});
		expect((await run(of('unsubscribed'))).error).toBeUndefined();
		const { output } = await run({ ...set, operation: 'getOfUser' });
		const [{ subscription_groups: groups }] = jsonOf(output[0]);
		const [{ status }] = groups as IDataObject[];
		expect(status).toBe('unsubscribed');
		expect((await run(of(String(status)))).error).toBeUndefined();
	});

	test('headers and keys that only old pages name are left out', async () => {
		stub.answer = { status: 201, body: { message: 'success', events_processed: 1 } };
		await run(eventForm(), [{ id: 'user-001' }], stub.url);
		const [{ headers, body }] = stub.asked;
		expect(Object.keys(headers).filter((name) => name.startsWith('x-braze'))).toEqual([]);
		expect(Object.keys(JSON.parse(body) as IDataObject)).toEqual(['events']);
	});

	test('a description that is empty is left out, since Braze refuses a blank one', async () => {
		await run({
			resource: 'contentBlock',
			operation: 'create',
			name: 'no-words',
			content: '<p></p>',
			additionalFields: { description: '' },
		});
		expect(bench.onlyRequest().body).toEqual({ name: 'no-words', content: '<p></p>' });
	});

	test('an item on its own path does not repeat its ID in the body', async () => {
		await run({
			resource: 'catalogItem',
			operation: 'upsert',
			catalogName: { __rl: true, mode: 'name', value: 'products' },
			itemId: 'sku-1',
			itemFieldsSource: 'json',
			itemFieldsJson: '{"title":"Cup"}',
			options: { synchronous: true },
		});
		expect(bench.onlyRequest()).toMatchObject({
			path: '/catalogs/products/items/sku-1',
			body: { items: [{ title: 'Cup' }] },
		});
	});

	test('an operator of a list of texts has no dollar sign', async () => {
		const rows = (change: string, value: string): Parameters => ({
			...fieldsForm(),
			attributesSource: 'rows',
			attributeRows: {
				row: [{ attribute: { __rl: true, mode: 'name', value: 'a' }, change, value }],
			},
		});
		await run(rows('addToList', 'x'), [{ id: 'user-001' }]);
		expect(bench.bodies().at(-1)?.attributes).toMatchObject([{ a: { add: ['x'] } }]);
	});
});
