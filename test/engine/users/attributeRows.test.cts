import type { IDataObject } from 'n8n-workflow';

import { pairs } from '../support.cts';
import { openAttributes } from './attributes.cts';
import { picked, row, rowsForm } from './forms.cts';

const { bench, run, attributes } = openAttributes();

const runRows = async (rows: IDataObject[], item: IDataObject = {}) => {
	const { error } = await run(rowsForm(rows), [{ id: 'user-001', ...item }]);
	expect(error?.message).toBeUndefined();
	return attributes()[0];
};

describe('rows', () => {
	test.each<[string, IDataObject, unknown]>([
		['set', { change: 'set', value: 'gold' }, 'gold'],
		['increment', { change: 'increment', value: '-3' }, { inc: -3 }],
		['add to a list', { change: 'addToList', value: 'a, b' }, { add: ['a', 'b'] }],
		['remove from a list', { change: 'removeFromList', value: '[1, 2]' }, { remove: [1, 2] }],
		['remove', { change: 'remove' }, null],
		[
			'add an object',
			{ change: 'addObject', object: pairs(['id', 7, 'number'], ['model', 'Zoe', 'string']) },
			{ $add: [{ id: 7, model: 'Zoe' }] },
		],
		[
			'update an object',
			{
				change: 'updateObject',
				identifierKey: 'id',
				identifierValue: '7',
				type: 'number',
				objectJson: '{ "model": "Leaf" }',
			},
			{
				$update: [{ $identifier_key: 'id', $identifier_value: 7, $new_object: { model: 'Leaf' } }],
			},
		],
		[
			'remove an object',
			{ change: 'removeObject', identifierKey: 'id', identifierValue: 'x' },
			{ $remove: [{ $identifier_key: 'id', $identifier_value: 'x' }] },
		],
	])('%s', async (_what, more, wire) => {
		expect(await runRows([row('thing', more)])).toEqual({ external_id: 'user-001', thing: wire });
	});

	test('add and remove of one list go together, and so do nested keys, which merge', async () => {
		const wire = await runRows([
			row('genres', { change: 'addToList', value: 'jazz' }),
			row('genres', { change: 'removeFromList', value: 'pop' }),
			row('address', { change: 'set', nestedKey: 'city', value: 'Ghent' }),
			row('address', { change: 'set', nestedKey: 'geo.zone', value: 'B' }),
			row('car', { change: 'set', nestedKey: 'bought', value: '2024-02-03', type: 'time' }),
		]);
		expect(wire).toEqual({
			external_id: 'user-001',
			_merge_objects: true,
			genres: { add: ['jazz'], remove: ['pop'] },
			address: { city: 'Ghent', geo: { zone: 'B' } },
			car: { bought: { $time: '2024-02-03' } },
		});
	});

	test('a value becomes the type of the attribute picked where nothing is lost, and stays as it is elsewhere', async () => {
		const wire = await runRows(
			[
				row(picked('points', 'Number (Automatically Detected)'), { value: '12.5' }),
				row(picked('number_plate', 'Number'), { value: '007' }),
				row(picked('is_member', 'Boolean'), { value: 'TRUE ' }),
				row(picked('last_visit', 'Date or Time'), { value: '2026-01-16T10:00:00' }),
				row(picked('tags', 'Array'), { value: 'a, b' }),
				row(picked('code', 'String'), { value: '={{ $json.code }}' }),
				row('first_name', { value: '={{ $json.code }}' }),
			],
			{ code: 42 },
		);
		expect(wire).toEqual({
			external_id: 'user-001',
			points: 12.5,
			number_plate: '007',
			is_member: true,
			last_visit: '2026-01-16T09:00:00Z',
			tags: ['a', 'b'],
			code: '42',
			first_name: '42',
		});
	});

	test.each(['constructor', 'toString', '__proto__'])(
		'%s is neither true nor false',
		async (value) => {
			const wire = await runRows([row(picked('is_member', 'Boolean'), { value })]);
			expect(wire).toEqual({ external_id: 'user-001', is_member: value });
		},
	);

	test('a type that a person chose is refused where the value is none', async () => {
		const rows = [row('points', { change: 'set', value: 'many', type: 'number' })];
		const { error } = await run(rowsForm(rows), [{ id: 'user-001' }]);
		expect(error?.message).toContain('\'Attribute 1 > Value\' must be a number but is "many"');
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('null removes, and what an expression does not find is left alone', async () => {
		const wire = await runRows(
			[
				row('gone', { change: 'set', value: '={{ $json.gone }}' }),
				row('missing', { change: 'set', value: '={{ $json.missing }}' }),
				row('count', { change: 'increment', value: '={{ $json.missing }}' }),
			],
			{ gone: null },
		);
		expect(wire).toEqual({ external_id: 'user-001', gone: null });
	});

	test('an attribute in two rows that contradict each other is refused', async () => {
		const rows = ['a', 'b'].map((value) => row('tier', { change: 'set', value }));
		const { error } = await run(rowsForm(rows), [{ id: 'user-001' }]);
		expect(error?.message).toContain("'Attribute 2 > tier' stands in two rows");
	});

	test.each<[string, IDataObject[], string]>([
		[
			'a list that is changed and a key inside an object of one attribute',
			[
				{ change: 'addToList', value: 'a' },
				{ change: 'set', value: 'b', nestedKey: 'city' },
			],
			"'Attribute 2 > tier' stands in two rows",
		],
		[
			'two increments',
			[
				{ change: 'increment', value: 1 },
				{ change: 'increment', value: 2 },
			],
			"'Attribute 2 > tier' stands in two rows",
		],
		[
			'null for a list',
			[{ change: 'addToList', value: '={{ null }}' }],
			"'Attribute 1 > Value' is null",
		],
		['nothing for a list', [{ change: 'addToList', value: '' }], 'must be a list'],
		[
			'a key without its part',
			[{ change: 'set', value: 'a', nestedKey: 'address..city' }],
			"Nested Key' has an empty part",
		],
	])('%s: refused before anything leaves', async (_what, rows, sentence) => {
		const { error } = await run(rowsForm(rows.map((more) => row('tier', more))), [
			{ id: 'user-001' },
		]);
		expect(error?.message).toContain(sentence);
		expect(bench.sandbox.requests).toEqual([]);
	});
});
