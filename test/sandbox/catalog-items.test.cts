import {
	bench,
	ids,
	item,
	openCatalogs,
	queued,
	RESTAURANTS,
	type Item,
} from './catalog-items.cts';

openCatalogs();

test('PATCH changes the fields it names, and arrays element by element', async () => {
	const changes = [
		{
			id: 'restaurant1',
			Name: 'Restaurant',
			Loyalty_Program: false,
			Top_Dishes: { $add: ['Biscuits', 'Coleslaw'], $remove: ['French Fries'] },
		},
		{ id: 'restaurant3', City: 'San Francisco', Rating: 2, Top_Dishes: ['Soup'] },
	];
	expect(await bench.client.patch(RESTAURANTS, { items: changes })).toMatchObject(queued);
	expect(await item('restaurant1')).toMatchObject({
		Name: 'Restaurant',
		City: 'New York',
		Loyalty_Program: false,
		Top_Dishes: ['Hamburger', 'Biscuits', 'Coleslaw'],
	});
	expect(await item('restaurant3')).toMatchObject({
		Name: 'Restaurant 3',
		City: 'San Francisco',
		Rating: 2,
		Top_Dishes: ['Soup'],
	});
	const [catalog] = (await bench.client.get('/catalogs')).body.catalogs as Item[];
	expect(catalog.updated_at).toMatch(/^2026-01-16T12:00:00\.\d{3}\+00:00$/);
});

test('PATCH of an item that does not exist is taken, and nothing comes of it', async () => {
	const answer = await bench.client.patch(RESTAURANTS, { items: [{ id: 'new', Name: 'a' }] });
	expect(answer).toMatchObject(queued);
	expect(bench.client.sandbox.requests[0].notes).toEqual([
		'new does not exist, so nothing becomes of its changes',
	]);
	expect(await ids()).not.toContain('new');
});

test('PUT creates what is missing and replaces the whole of what is there', async () => {
	const items = [
		{ id: 'restaurant1', Name: 'Only a name' },
		{ id: 'new', City: 'Chicago' },
	];
	expect(await bench.client.put(RESTAURANTS, { items })).toMatchObject(queued);
	expect(await item('restaurant1')).toEqual(items[0]);
	expect(await item('new')).toEqual(items[1]);
});

test('POST creates; an item that exists stays as it is', async () => {
	const items = [
		{ id: 'restaurant1', Name: 'Other' },
		{ id: 'new', Rating: 4.5 },
	];
	expect(await bench.client.post(RESTAURANTS, { items })).toMatchObject(queued);
	expect(await item('restaurant1')).toMatchObject({ Name: 'Restaurant 1' });
	expect(await item('new')).toEqual(items[1]);
});

test('DELETE takes its ids from the body, and does not mind those that do not exist', async () => {
	const items = [{ id: 'restaurant1' }, { id: 'restaurant2' }, { id: 'none' }];
	expect(await bench.client.delete(RESTAURANTS, { items })).toMatchObject(queued);
	expect(await ids()).toEqual(['restaurant3']);
	expect(bench.client.sandbox.requests[0].body).toEqual({ items });
});

test('DELETE needs that body as JSON', async () => {
	expect(await bench.client.delete(RESTAURANTS)).toMatchObject({ status: 415 });
	const plain = { 'content-type': 'text/plain' };
	expect(await bench.client.delete(RESTAURANTS, '{}', plain)).toMatchObject({ status: 415 });
	const broken = await bench.client.delete(RESTAURANTS, '{');
	expect([broken.status, Object.keys(broken.body)]).toEqual([400, ['error']]);
});
