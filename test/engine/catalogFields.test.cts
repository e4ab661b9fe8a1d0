import '../../engine/environment.cts';
import { DateTime } from 'luxon';
import { LoadOptionsContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeParameters,
	IWorkflowExecuteAdditionalData,
	ResourceMapperFields,
} from 'n8n-workflow';

import { credentialsFor, sourceAndBraze } from '../../engine/brazeNode.cts';
import { MemoryCredentials } from '../../engine/credentials.cts';
import { loadPackage, PackageNodeTypes } from '../../engine/nodeTypes.cts';
import { catalog, itemForm, mapping } from './catalogForms.cts';
import { FULL_KEY, NOW, openBench, shownBy } from './support.cts';

const bench = openBench({ now: NOW });

const NO_LISTS_KEY = 'sandbox-no-lists-key';

/** Asks for the columns of the mapper, or the names in a picker, as n8n's editor does. */
async function load(catalogName: unknown, apiKey: string) {
	const braze = sourceAndBraze({}).nodes[1];
	const loader = await loadPackage();
	const nodeTypes = new PackageNodeTypes(loader);
	const workflow = new Workflow({ nodes: [braze], connections: {}, active: false, nodeTypes });
	const additionalData = {
		credentialsHelper: new MemoryCredentials(loader, credentialsFor(bench.sandbox.url, apiKey)),
		currentNodeParameters: { catalogName } as INodeParameters,
	} as unknown as IWorkflowExecuteAdditionalData;
	const context = new LoadOptionsContext(workflow, braze, additionalData, 'parameters.itemFields');
	return {
		methods: nodeTypes.getByNameAndVersion(braze.type).methods,
		context: context as unknown as ILoadOptionsFunctions,
	};
}

async function columns(catalogName: unknown, apiKey = FULL_KEY): Promise<ResourceMapperFields> {
	const { methods, context } = await load(catalogName, apiKey);
	const answer = await methods?.resourceMapping?.getCatalogFields.call(context);
	expect(JSON.stringify(answer)).not.toContain(apiKey);
	return answer as ResourceMapperFields;
}

describe('the mapper asks for the fields of the catalog', () => {
	test('and gets them with their types, without the ID', async () => {
		const { fields, emptyFieldsNotice } = await columns(catalog('restaurants'));
		expect(emptyFieldsNotice).toBeUndefined();
		expect(fields.map(({ displayName, type, required }) => [displayName, type, required])).toEqual([
			['Name', 'string', false],
			['City', 'string', false],
			['Cuisine', 'string', false],
			['Rating', 'number', false],
			['Loyalty_Program', 'boolean', false],
			['Location [Longitude, Latitude]', 'array', false],
			['Top_Dishes', 'array', false],
			['Opening_Hours', 'object', false],
			['Created_At', 'dateTime', false],
		]);
		expect(fields[5].id).toBe('Location');
	});

	test.each([
		['none is chosen', '', FULL_KEY, 'Choose the catalog first'],
		['an expression names it', '={{ $json.x }}', FULL_KEY, 'Choose the catalog first'],
		['there is none of that name', catalog('nothing'), FULL_KEY, 'There is no catalog nothing'],
		['it has none', catalog('empty'), FULL_KEY, 'no fields besides the ID'],
		['the key may not list them', catalog('products'), NO_LISTS_KEY, 'permission catalogs.get'],
	])('and tells in the form where %s', async (_what, name, apiKey, sentence) => {
		const { fields, emptyFieldsNotice } = await columns(name, apiKey);
		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toContain(sentence);
	});

	test('the picker of a field has the same', async () => {
		const { methods, context } = await load(catalog('products'), FULL_KEY);
		expect(await methods?.listSearch?.searchCatalogFields.call(context, 'PRI')).toEqual({
			results: [{ name: 'price (number)', value: 'price' }],
		});
	});
});

const restaurant = (value: IDataObject | null) =>
	itemForm('update', {
		catalogName: catalog('restaurants'),
		itemFieldsSource: 'catalogFields',
		itemFields: mapping(value),
	});

/** The fields of the only item that left, without its ID. */
function sentFields(): IDataObject {
	const [{ id: _id, ...fields }] = (bench.onlyRequest().body as IDataObject).items as IDataObject[];
	return fields;
}

describe('a value becomes what its field takes', () => {
	test.each<[string, unknown, unknown]>([
		['Name', 7, '7'],
		['Name', '', ''],
		['Name', true, 'true'],
		['Rating', '4.5', 4.5],
		['Rating', 4.5, 4.5],
		['Loyalty_Program', 'false', false],
		['Location', [13.4, 52.5], [13.4, 52.5]],
		['Location', '[13.4, 52.5]', [13.4, 52.5]],
		['Location', ['13.4', '52.5'], [13.4, 52.5]],
		['Top_Dishes', ['a', 1], ['a', '1']],
		['Top_Dishes', '["a","b"]', ['a', 'b']],
		['Top_Dishes', { $add: ['a'], $remove: ['b'] }, { $add: ['a'], $remove: ['b'] }],
		['Top_Dishes', '{ "$add": ["a"] }', { $add: ['a'] }],
		['Opening_Hours', '{ "monday": { "from": "09:00" } }', { monday: { from: '09:00' } }],
		['Created_At', '2026-01-02T03:04:05.678+01:00', '2026-01-02T02:04:05.678Z'],
		['Created_At', '2026-01-02', '2026-01-02T00:00:00Z'],
		['Created_At', 1_767_322_000, '2026-01-02T02:46:40Z'],
		['Name', null, null],
		['Rating', null, null],
		['Created_At', null, null],
	])('%s: %j', async (name, value, expected) => {
		const { error } = await bench.run({
			parameters: restaurant({ [name]: '={{ $json.value }}', City: 'Bonn' }),
			items: [{ id: 'restaurant1', value: value as IDataObject }],
			settings: { timezone: 'Etc/UTC' },
		});
		expect(error).toBeUndefined();
		expect(sentFields()).toEqual({ [name]: expected, City: 'Bonn' });
	});

	test('a date of an expression is exact', async () => {
		await bench.run({
			parameters: restaurant({ Created_At: '={{ DateTime.fromISO("2026-01-02T03:04:05Z") }}' }),
			items: [{ id: 'restaurant1' }],
		});
		const { Created_At: at } = sentFields();
		expect(DateTime.fromISO(String(at)).toMillis()).toBe(Date.UTC(2026, 0, 2, 3, 4, 5));
	});

	test.each<[string, unknown, string]>([
		['Rating', 'seven', "'Item Fields > Rating' must be a number"],
		['Rating', '', "'Item Fields > Rating' must be a number"],
		['Loyalty_Program', 'maybe', "'Item Fields > Loyalty_Program' must be true or false"],
		['Name', { a: 1 }, "'Item Fields > Name' must be text"],
		['Location', [52.5, 190], "'Item Fields > Location' is no point"],
		['Location', [1], "'Item Fields > Location' is no point"],
		['Top_Dishes', { a: 1 }, "'Item Fields > Top_Dishes'"],
		['Top_Dishes', [{ a: 1 }], "'Item Fields > Top_Dishes'"],
		['Opening_Hours', 'from nine', "'Item Fields > Opening_Hours'"],
		['Created_At', '2026-02-30', "'Item Fields > Created_At'"],
		['Opening_Hours', [1], "'Item Fields > Opening_Hours' must be a JSON object"],
		['Created_At', 'soon', "'Item Fields > Created_At' is no date"],
	])('%s: %j is refused', async (name, value, sentence) => {
		const { error } = await bench.run({
			parameters: restaurant({ [name]: '={{ $json.value }}' }),
			items: [{ id: 'restaurant1', value: value as IDataObject }],
		});
		expect(shownBy(error)).toContain(sentence);
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('a bad item fails alone', async () => {
		const { output } = await bench.run({
			parameters: restaurant({ Rating: '={{ $json.rating }}' }),
			items: [
				{ id: 'restaurant1', rating: 'seven' },
				{ id: 'restaurant2', rating: 7 },
			],
			node: { onError: 'continueErrorOutput' },
		});
		expect(sentFields()).toEqual({ Rating: 7 });
		expect(output.map((items) => items.length)).toEqual([1, 1]);
	});
});

describe('what is not there', () => {
	test('is left out, where null empties the field', async () => {
		await bench.run({
			parameters: restaurant({
				Name: '={{ $json.name }}',
				City: null,
				Cuisine: '={{ null }}',
				Rating: '={{ $json.rating }}',
			}),
			items: [{ id: 'restaurant1', rating: 1 }],
		});
		expect(sentFields()).toEqual({ City: null, Cuisine: null, Rating: 1 });
	});

	test('makes no update at all where nothing is left', async () => {
		const { error } = await bench.run({
			parameters: restaurant({ Name: '={{ $json.name }}' }),
			items: [{ id: 'restaurant1' }],
		});
		expect(error?.message).toContain("'Item Fields' are empty");
	});
});

describe('the automatic mapping', () => {
	const item = { id: 'restaurant1', Rating: '4', Created_At: '2026-01-02T00:00:00Z', other: 1 };

	test('takes the fields that the catalog has, each as its type', async () => {
		await bench.run({ parameters: restaurant(null), items: [item] });
		expect(sentFields()).toEqual({ Rating: 4, Created_At: '2026-01-02T00:00:00Z' });
	});

	test('takes every field but the ID where the editor did not load those of the catalog', async () => {
		const parameters = restaurant(null);
		(parameters.itemFields as IDataObject).schema = [];
		const { error } = await bench.run({ parameters, items: [item] });
		expect(error?.message).toContain('(invalid-fields)');
		expect(sentFields()).toEqual({
			Rating: '4',
			Created_At: '2026-01-02T00:00:00Z',
			other: 1,
		});
	});
});
