import { bench, faults, ids, openCatalogs, RESTAURANTS, type Item } from './catalog-items.cts';

openCatalogs();

test('all catalogs come in one answer, with their fields', async () => {
	const { status, body } = await bench.client.get('/catalogs');
	const catalogs = body.catalogs as Item[];
	expect([status, body.message]).toEqual([200, 'success']);
	expect(catalogs.map(({ name, num_items: count }) => [name, count])).toEqual([
		['restaurants', 3],
		['products', 120],
		['empty', 0],
	]);
	expect(catalogs[0]).toMatchObject({
		description: 'Restaurants that deliver',
		updated_at: '2026-01-12T09:30:00.000+00:00',
	});
	expect((catalogs[0].fields as Item[]).slice(0, 2)).toEqual([
		{ name: 'id', type: 'string' },
		{ name: 'Name', type: 'string' },
	]);
});

test('a catalog can be deleted once', async () => {
	expect(await bench.client.delete('/catalogs/restaurants')).toMatchObject({
		status: 200,
		body: { message: 'success' },
	});
	const again = await bench.client.delete('/catalogs/restaurants');
	expect([again.status, faults(again)[0].id]).toEqual([404, 'catalog-not-found']);
	expect(await bench.client.get(RESTAURANTS)).toMatchObject({ status: 404 });
	bench.client.sandbox.reset();
	expect(await ids()).toHaveLength(3);
});

describe('items in pages', () => {
	const next = (link: string | null) => /<([^>]+)>; rel="next"/.exec(link ?? '')?.[1];

	test('of 50, with the way to their neighbors in Link', async () => {
		const found: unknown[] = [];
		const links: Array<string | null> = [];
		let path: string | undefined = '/catalogs/products/items';
		while (path) {
			const answer = await bench.client.get(path);
			found.push(...(answer.body.items as Item[]).map(({ id }) => id));
			links.push(answer.headers.get('link'));
			path = next(answer.headers.get('link'));
		}
		expect([found.length, new Set(found).size]).toEqual([120, 120]);
		const page = (cursor: string, rel: string) =>
			`</catalogs/products/items?cursor=${cursor}>; rel="${rel}"`;
		expect(links).toEqual([
			page('c2tpcDo1MA==', 'next'),
			`${page('c2tpcDow', 'prev')},${page('c2tpcDoxMDA=', 'next')}`,
			page('c2tpcDo1MA==', 'prev'),
		]);
	});

	test('have no Link when one page holds them all', async () => {
		const { body, headers } = await bench.client.get(RESTAURANTS);
		expect([(body.items as Item[]).length, headers.has('link')]).toEqual([3, false]);
		const empty = await bench.client.get('/catalogs/empty/items');
		expect([empty.body.items, empty.headers.has('link')]).toEqual([[], false]);
	});

	test('need a cursor of this list', async () => {
		const answer = await bench.client.get(`${RESTAURANTS}?cursor=abc`);
		expect([answer.status, answer.body]).toEqual([
			400,
			{
				errors: [
					{
						id: 'invalid-cursor',
						message: "'cursor' is not valid",
						parameters: ['cursor'],
						parameter_values: ['abc'],
					},
				],
				message: 'Invalid Request',
			},
		]);
		expect(faults(await bench.client.get(`${RESTAURANTS}?page=1`))[0].id).toBe('arbitrary-error');
	});
});

test.each([
	['/catalogs/none/items', 'catalog-not-found'],
	['/catalogs/none/items/a', 'catalog-not-found'],
	[`${RESTAURANTS}/none`, 'item-not-found'],
	[`${RESTAURANTS}/${'a'.repeat(250)}`, 'item-not-found'],
	[`${RESTAURANTS}/${encodeURIComponent('a/b c')}`, 'item-not-found'],
])('%s is not there', async (path, id) => {
	const answer = await bench.client.get(path);
	expect([answer.status, faults(answer)[0].id]).toEqual([404, id]);
});

test.each<[string, string, string, boolean]>([
	['catalogs.get', 'get', '/catalogs', false],
	['catalogs.delete', 'delete', '/catalogs/empty', false],
	['catalogs.get_items', 'get', RESTAURANTS, false],
	['catalogs.get_item', 'get', `${RESTAURANTS}/restaurant1`, false],
	['catalogs.add_items', 'post', RESTAURANTS, true],
	['catalogs.update_items', 'patch', RESTAURANTS, true],
	['catalogs.replace_items', 'put', RESTAURANTS, true],
	['catalogs.delete_items', 'delete', RESTAURANTS, true],
])('%s is needed', async (permission, method, path, hasBody) => {
	const response = await fetch(bench.client.sandbox.url + path, {
		method: method.toUpperCase(),
		headers: {
			authorization: 'Bearer sandbox-send-only-key',
			'content-type': 'application/json',
		},
		...(hasBody && { body: JSON.stringify({ items: [{ id: 'a' }] }) }),
	});
	expect([response.status, await response.json()]).toEqual([
		403,
		{ message: 'Access Denied', errors: [`the API key lacks the permission ${permission}`] },
	]);
});
