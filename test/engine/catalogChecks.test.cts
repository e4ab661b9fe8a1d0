import type { IDataObject } from 'n8n-workflow';

import { catalog, itemForm } from './catalogForms.cts';
import { NOW, once, openBench, shownBy } from './support.cts';

const bench = openBench({ now: NOW });

describe('is refused before anything leaves', () => {
	test.each([
		[{ id: 'a b', fields: {} }, '\'Item ID\' is "a b"'],
		[{ id: 'x'.repeat(251), fields: {} }, "'Item ID' has 251 characters"],
		[{ fields: {} }, "'Item ID' is empty"],
		[{ id: 'a', fields: { title: 'x'.repeat(5001) } }, "'Item Fields > title' has 5001 characters"],
		[
			{ id: 'a', fields: { collection: Array(101).fill('x') } },
			"'Item Fields > collection' has 101 entries",
		],
		[{ id: 'a', fields: { spec: { 'a.b': 1 } } }, '\'Item Fields > spec\' has the key "a.b"'],
		[
			{ id: 'a', fields: { collection: { $add: ['x'] } } },
			"'Item Fields > collection' adds to a list",
		],
		[{ id: 'a', fields: { 'Price (EUR)': 1 } }, '\'Item Fields\' has the name "Price (EUR)"'],
		[{ id: 'a', fields: { '': 1 } }, '\'Item Fields\' has the name ""'],
		[{ id: 'a', fields: { ['x'.repeat(251)]: 1 } }, 'no field of a catalog can have'],
		[{ id: 'a', fields: { price: Infinity } }, "'price' is Infinity"],
	])('%#', async (item, sentence) => {
		const { error } = await bench.run({ parameters: itemForm('upsert'), items: [item] });
		expect(shownBy(error)).toContain(sentence);
		expect(bench.sandbox.requests).toEqual([]);
	});

	test.each([
		['an update without fields', { id: 'a', fields: {} }, "'Item Fields' are empty"],
		[
			'an odd change of a list',
			{ id: 'a', fields: { collection: { $add: 'x' } } },
			'list of texts',
		],
	])('%s', async (_what, item, sentence) => {
		const { error } = await bench.run({ parameters: itemForm('update'), items: [item] });
		expect(shownBy(error)).toContain(sentence);
	});

	test('a catalog with a field twice', async () => {
		const { error } = await bench.run({
			parameters: {
				resource: 'catalog',
				operation: 'create',
				name: 'shoes',
				description: 'Shoes',
				fields: { field: [{ fieldName: 'a' }, { fieldName: 'a', fieldType: 'number' }] },
			},
		});
		expect(error?.message).toContain('has the name "a" twice');
	});

	test.each(['delete', 'deleteField', 'deleteSelection'])(
		'more than 50 of %s, which cannot be undone',
		async (operation) => {
			const { error } = await bench.run({
				parameters: {
					resource: 'catalog',
					operation,
					catalogName: '={{ $json.name }}',
					existingField: 'price',
					selectionName: 'sale',
				},
				items: Array.from({ length: 51 }, (_, index) => ({ name: `catalog-${index}` })),
			});
			expect(error?.message).toContain('would change 51 objects for good');
			expect(bench.sandbox.requests).toEqual([]);
		},
	);

	test.each([
		[
			{ filter: [{ field: 'price', operator: 'less than', value: '5' }] },
			{},
			'Choose the Value Type Number',
		],
		[{}, { sortField: 'price' }, "'Sort Order' is empty"],
		[{ filter: Array(11).fill({ field: 'a', value: 'b' }) }, {}, "'Filters' has 11 entries"],
	])('a selection: %#', async (filters, additionalFields, sentence) => {
		const { error } = await bench.run({
			parameters: {
				resource: 'catalog',
				operation: 'createSelection',
				catalogName: catalog('products'),
				selectionName: 'sale',
				filters,
				additionalFields,
			},
		});
		expect(shownBy(error)).toContain(sentence);
	});
});

test('what a catalog can hold leaves as it is: limits, odd names and IDs, every kind of value', async () => {
	const deep = Array.from({ length: 49 }).reduce<IDataObject>((inner) => ({ a: inner }), { a: 1 });
	const rows: IDataObject[] = [
		{ id: 'x'.repeat(250), fields: { ['y'.repeat(250)]: '' } },
		{ id: '-', fields: { _: null } },
		{ id: '__proto__', fields: { 'a-B_1': false } },
		{ id: 0, fields: { ID: 0 } },
		{ id: '007', fields: { text: '😀'.repeat(5000), list: Array(100).fill('a'), none: [], deep } },
		{ id: 'geo', fields: { point: [-180, 90], old: { Latitude: 1, Longitude: 2 }, seconds: -1.5 } },
	];
	await bench.run({ parameters: itemForm('upsert', once), items: rows });
	expect(bench.onlyRequest().body).toEqual({
		items: rows.map(({ id, fields }) => ({ id: String(id), ...(fields as IDataObject) })),
	});
});
