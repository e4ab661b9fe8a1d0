import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { operations } from '../../../nodes/Braze/endpoints/index.ts';
import type { Engine } from '../../../nodes/Braze/pipeline/read/engine.ts';
import { formOf } from '../../../nodes/Braze/pipeline/read/form.ts';
import { valueOf } from '../../../nodes/Braze/pipeline/read/reader.ts';
import { readerOf } from '../../../nodes/Braze/pipeline/read/readers.ts';
import { defaultRules, type TextRules } from '../../../nodes/Braze/pipeline/read/rules.ts';
import { traitsOf } from '../../../nodes/Braze/pipeline/read/traits.ts';
import { rendersLiquid } from '../../../nodes/Braze/schema/describe.ts';

/** A place in the form for a single value, and the parameter as n8n stores it with a value there. */
interface Leaf {
	path: string;
	type: INodeProperties['type'];
	liquid: boolean;
	top: INodeProperties;
	stored: (value: unknown) => unknown;
}

function leavesOf(
	property: INodeProperties,
	top = property,
	path = property.name,
	stored: Leaf['stored'] = (value) => value,
): Leaf[] {
	const leaf = { path, type: property.type, liquid: rendersLiquid(property), top };
	switch (property.type) {
		case 'collection':
			return (property.options ?? []).flatMap((option) =>
				'type' in option
					? leavesOf(option, top, `${path}.${option.name}`, (value) =>
							stored({ [option.name]: value }),
						)
					: [],
			);
		case 'fixedCollection':
			return (property.options ?? []).flatMap((group) =>
				'values' in group
					? group.values.flatMap((value) =>
							leavesOf(value, top, `${path}.${group.name}.${value.name}`, (own) => {
								const row = { [value.name]: own };
								const rows = property.typeOptions?.multipleValues ? [{}, row] : row;
								return stored({ [group.name]: rows });
							}),
						)
					: [],
			);
		case 'assignmentCollection':
			return [
				{
					...leaf,
					stored: (value) =>
						stored({ assignments: [{ id: '1', name: 'a', value, type: 'string' }] }),
				},
			];
		case 'resourceLocator':
			return [{ ...leaf, stored: (value) => stored({ __rl: true, mode: 'id', value }) }];
		case 'notice':
			return [];
		default:
			return [
				{
					...leaf,
					stored: (value) => stored(property.typeOptions?.multipleValues ? ['', value] : value),
				},
			];
	}
}

/** Operations share most of their parameters; the same one is looked at once. */
const leaves = [
	...new Map(
		operations
			.flatMap((operation) => formOf(operation))
			.flatMap((property) => leavesOf(property))
			.map((leaf): [string, [string, Leaf]] => [
				`${leaf.path} ${leaf.type} ${leaf.liquid}`,
				[leaf.path, leaf],
			]),
	).values(),
];
const such = (fits: (leaf: Leaf) => boolean): Array<[string, Leaf]> =>
	leaves.filter(([, leaf]) => fits(leaf));

const noEngine = (json: IDataObject): Engine => {
	const ask = (): never => {
		throw new Error('asked');
	};
	return {
		itemAt: () => json,
		text: ask,
		value: (code) => (code.includes('nope') ? undefined : ask()),
		texts: (codes) => codes.map((code) => (code.includes('nope') ? '' : ask())),
	};
};

/** What is read where the value at the leaf ends up, as JSON. */
function read(
	{ top, stored }: Leaf,
	value: unknown,
	json: IDataObject,
	rules: Partial<TextRules> = {},
) {
	const using = {
		engine: noEngine(json),
		rules: { ...defaultRules, ...rules },
		emptyValues: new Map(),
	};
	return JSON.stringify(valueOf(readerOf(stored(value), top, traitsOf(top), using), 0));
}

const asJson = (text: string): string => JSON.stringify(text).slice(1, -1);

const attacks = [
	'{{ $env.HOME }}',
	'{% connected_content http://example.com %}',
	'[[${email_address}]]',
];

test('every operation has places for values, of every kind', () => {
	expect(such(({ liquid }) => liquid).length).toBeGreaterThan(50);
	expect(such(({ type }) => type === 'json').length).toBeGreaterThan(10);
	expect(such(({ type }) => type === 'assignmentCollection').length).toBeGreaterThan(3);
	expect(such(({ type }) => type === 'resourceLocator').length).toBeGreaterThan(3);
});

describe('what Braze renders as Liquid', () => {
	const modes = (leaf: Leaf): string[] =>
		leaf.type === 'json'
			? [
					'{ "a": "Hi {{ $json.name }}" }',
					'{ "a": "{{ $json.name }}" }',
					'={ "a": "{{ $json.name }}" }',
				]
			: ['Hi {{ $json.name }}', '=Hi {{ $json.name }}'];

	test.each(such(({ liquid }) => liquid))('%s', (_name, leaf) => {
		for (const text of modes(leaf)) {
			expect(read(leaf, text, { name: 'Ann' })).toContain('Ann');
			for (const name of attacks) {
				expect(() => read(leaf, text, { name })).toThrow('gets Liquid from data');
				expect(read(leaf, text, { name }, { liquidInData: 'keepAsText' })).toContain(
					`{% raw %}${asJson(name)}{% endraw %}`,
				);
			}
			expect(read(leaf, text, { name: attacks[1] }, { liquidInData: 'run' })).toContain(attacks[1]);
			expect(() =>
				read(leaf, text, { name: '{%-  EndRaw%}' }, { liquidInData: 'keepAsText' }),
			).toThrow('cannot be kept as text');
		}
	});
});

describe('JSON in Expression mode that Braze renders', () => {
	const text = '={ "own": "\\u007b% if a %}", "a": "Hi {{ $json.name }}" }';

	test.each(such(({ type, liquid }) => type === 'json' && liquid))('%s', (_name, leaf) => {
		for (const name of ['\\u007b\\u007B 1 }}', '{\\u0025 x %}', '\\\\\\u005B[${email}]]']) {
			expect(() => read(leaf, text, { name })).toThrow('gets Liquid from data');
			expect(() => read(leaf, text, { name }, { liquidInData: 'keepAsText' })).toThrow(
				'escapes of JSON',
			);
		}
		// the text of two backslashes is one, and what stands behind it no escape
		expect(read(leaf, text, { name: '\\\\u007b% x' })).toContain('u007b% x');
		expect(read(leaf, text, { name: '\\u00e4' })).toContain('u00e4');
		expect(read(leaf, text, { name: '\\u007b% x' }, { liquidInData: 'run' })).toContain('u007b% x');
	});
});

describe('JSON that Braze does not render', () => {
	test.each(such(({ type, liquid }) => type === 'json' && !liquid))('%s', (_name, leaf) => {
		for (const name of attacks) {
			expect(read(leaf, '{ "a": "Hi {{ $json.name }}" }', { name })).toContain(
				`Hi ${asJson(name)}`,
			);
			expect(read(leaf, '["{{ $json.name }}"]', { name: [1, name] })).toContain(
				`[1,"${asJson(name)}"]`,
			);
		}
	});
});

describe('anything else', () => {
	const others = such(({ type, liquid }) => type !== 'json' && !liquid);

	test.each(others)('%s takes no expression in Fixed mode', (_name, leaf) => {
		for (const text of ['{{ $json.name }}', 'a-{{ $json.name }}', "{{ $('Set').item.json.a }}"]) {
			expect(() => read(leaf, text, { name: 'Ann' })).toThrow('Switch the field to Expression');
		}
		expect(read(leaf, '{{${first_name}}}', {})).toContain('{{${first_name}}}');
		for (const name of attacks) {
			expect(read(leaf, '={{ $json.name }}', { name })).toContain(asJson(name));
			expect(read(leaf, '=a-{{ $json.name }}', { name })).toContain(`a-${asJson(name)}`);
		}
	});

	test.each(others.filter(([, { type }]) => type !== 'assignmentCollection'))(
		'%s is not made of words alone where an expression gives nothing',
		(_name, leaf) => {
			expect(() => read(leaf, '=user-{{ $json.nope }}', {})).toThrow('gives nothing');
			expect(() => read(leaf, '=user-{{ $json.name }}', { name: '' })).toThrow('gives nothing');
		},
	);
});
