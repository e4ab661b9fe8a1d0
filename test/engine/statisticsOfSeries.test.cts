import { kpi } from './statisticsForms.cts';
import { openStub } from './stub.cts';
import { byId, jsonOf, MEMBERS, NOW, openBench } from './support.cts';

const bench = openBench({ now: NOW });
const stub = openStub();

const queries = () => bench.sandbox.requests.map(({ query }) => query);

describe('a KPI', () => {
	test.each([
		['dau', '/kpi/dau/data_series', 'dau'],
		['mau', '/kpi/mau/data_series', 'mau'],
		['newUsers', '/kpi/new_users/data_series', 'new_users'],
		['sessions', '/sessions/data_series', 'sessions'],
		['uninstalls', '/kpi/uninstalls/data_series', 'uninstalls'],
	])('%s comes from %s', async (name, path, key) => {
		const { output } = await bench.run({ parameters: kpi({ kpi: name, days: 1 }) });
		expect(bench.onlyRequest().path).toBe(path);
		expect(jsonOf(output[0])).toEqual([{ time: '2026-01-16', [key]: expect.any(Number) }]);
	});

	test('that nobody knows is refused', async () => {
		const { error } = await bench.run({ parameters: kpi({ kpi: '={{ "clicks" }}' }) });
		expect(error?.message).toContain("'KPI' cannot be");
		expect(queries()).toEqual([]);
	});

	test('of people is not added up', async () => {
		const { error } = await bench.run({
			parameters: kpi({ kpi: '={{ "mau" }}', oneItemFor: 'total' }),
		});
		expect(error?.message).toContain("'One Item For' cannot be");
		expect(queries()).toEqual([]);
	});

	test('of a segment needs one with analytics, which the refusal of Braze says', async () => {
		const parameters = kpi({ kpi: 'sessions', additionalFields: { segmentId: byId(MEMBERS) } });
		const { error } = await bench.run({ parameters });
		expect(error).toBeUndefined();
		expect(queries()[0]).toMatchObject({ segment_id: MEMBERS });
	});
});

test.each([
	['quantity', '/purchases/quantity_series', 'purchase_quantity'],
	['revenue', '/purchases/revenue_series', 'revenue'],
])('purchases by %s', async (measure, path, key) => {
	const { output } = await bench.run({
		parameters: { resource: 'purchase', operation: 'getStatistics', measure, days: 1 },
	});
	expect(bench.onlyRequest().path).toBe(path);
	expect(jsonOf(output[0])).toEqual([{ time: '2026-01-16', [key]: expect.any(Number) }]);
});

describe('products', () => {
	const run = async () =>
		await bench.run({
			parameters: { resource: 'purchase', operation: 'getProducts', returnAll: true },
			url: stub.url,
		});

	test('end where Braze ignores the page', async () => {
		stub.answer = { status: 200, body: { products: ['a', 'b'], message: 'success' } };
		const { output } = await run();
		expect(jsonOf(output[0])).toEqual([{ name: 'a' }, { name: 'b' }]);
		expect(stub.asked.map(({ url }) => url)).toEqual([
			'/purchases/product_list',
			'/purchases/product_list?page=1',
			'/purchases/product_list?page=2',
		]);
	});
});
