import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { toTextList } from '../../nodes/Braze/schema/convert.ts';
import { toPairs } from '../../nodes/Braze/schema/pairs.ts';
import { collectionName } from '../../nodes/Braze/schema/describe.ts';
import { isFlat, wirePath, type BrazeField } from '../../nodes/Braze/schema/field.ts';
import { writeOptional } from '../../nodes/Braze/schema/write.ts';
import { messageObjects } from '../../nodes/Braze/messages/index.ts';
import { readPropertySource } from '../../nodes/Braze/parts/properties.ts';

const writing = { timezone: 'UTC', startedAt: 0 };
const source = { name: 'context', displayName: 'Context', description: '', wireKey: 'context' };

/** Reads the parameters of a form that shows all it holds. */
const readerOf = (form: Record<string, unknown>) => ({
	itemIndex: 0,
	read: (name: string) => form[name],
	raw: (name: string) => form[name],
	once: <Value,>(_what: object, workOut: () => Value) => workOut(),
	inputFields: () => form.$json as Record<string, unknown>,
	allInputFields: () => [],
	isManual: false,
	hint: () => undefined,
	file: () => undefined,
	dependsOnItem: () => false,
	namesItemData: () => false,
});

/** Objects as JSON can say them, whose keys lead to no prototype. */
const jsonObject = fc
	.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 })
	.map((object) => JSON.parse(JSON.stringify(object)) as IDataObject)
	.filter((object) => !JSON.stringify(object).includes('"__proto__":'));

const text = fc.string({ minLength: 1, maxLength: 30 });

describe('an object of own keys arrives as it was given', () => {
	test.each([
		['as JSON text', (object: IDataObject) => ({ contextJson: JSON.stringify(object) })],
		['as an object from an expression', (object: IDataObject) => ({ contextJson: object })],
	])('%s', (_how, form) => {
		fc.assert(
			fc.property(jsonObject, (object) => {
				const reader = readerOf({ contextSource: 'json', ...form(object) });
				expect(readPropertySource(source, reader)).toEqual(object);
			}),
		);
	});

	test('as the fields of the item, which are picked or left out by name', () => {
		fc.assert(
			fc.property(jsonObject, fc.func(fc.boolean()), (object, isNamed) => {
				const named = Object.keys(object).filter((key) => isNamed(key));
				const read = (contextSource: string) =>
					readPropertySource(
						source,
						readerOf({
							contextSource,
							contextInputFields: named.length > 0 ? named : ['none of them'],
							$json: object,
						}),
					);
				const picked = read('selectedInputFields');
				const others = read('inputFieldsExcept');
				expect({ ...picked, ...others }).toEqual(object);
				expect(Object.keys(picked ?? {}).sort()).toEqual([...named].sort());
			}),
		);
	});

	test('as typed pairs, whether the values come typed or as text', () => {
		const pair = fc.oneof(
			fc.record({
				type: fc.constant('number'),
				value: fc.double({ noNaN: true, noDefaultInfinity: true }),
			}),
			fc.record({ type: fc.constant('boolean'), value: fc.boolean() }),
			fc.record({ type: fc.constant('object'), value: jsonObject }),
			fc.record({ type: fc.constant('array'), value: fc.array(fc.jsonValue({ maxDepth: 2 })) }),
			fc.record({ type: fc.constant('string'), value: text }),
		);
		const pairs = fc.uniqueArray(fc.record({ name: text, pair }), { selector: ({ name }) => name });
		const asText = (value: unknown): string =>
			typeof value === 'string' ? value : JSON.stringify(value);
		fc.assert(
			fc.property(pairs, fc.boolean(), (given, typed) => {
				const assignments = given.map(({ name, pair: { type, value } }) => ({
					name,
					type,
					value: typed ? value : asText(value),
				}));
				const expected = given.map(({ name, pair: { value } }) => [name, value]);
				expect(JSON.stringify(toPairs({ assignments }, 'Pairs'))).toBe(
					JSON.stringify(Object.fromEntries(expected)),
				);
			}),
		);
	});
});

test('a list of users is the same in every way to give it', () => {
	const id = fc
		.string({ minLength: 1, maxLength: 12 })
		.filter((each) => /^[^\s,["][^\s,]*$/.test(each));
	fc.assert(
		fc.property(fc.array(id, { minLength: 1, maxLength: 50 }), (ids) => {
			for (const given of [ids, JSON.stringify(ids), ids.join(', '), ids.join('\n')]) {
				expect(toTextList(given, 'IDs')).toEqual(ids);
			}
		}),
	);
});

/** The fields of an object that take any text as it is, which IDs and texts of a form of their own do not, and depend on no other. */
const textFields = (fields: BrazeField[]): BrazeField[] =>
	fields.filter(
		(field) =>
			field.type === 'string' &&
			!isFlat(field) &&
			!field.wire &&
			!field.identifier &&
			!field.pattern &&
			!field.displayOptions &&
			!field.typeOptions?.multipleValues,
	);

const withTexts = messageObjects
	.filter(({ fields }) => textFields(fields).length > 1)
	.map((object) => [object.name, object] as const);

test.each(withTexts)(
	'a body of %s has the keys that were filled in, and no others',
	(_name, object) => {
		const fields = textFields(object.fields);
		fc.assert(
			fc.property(
				fc.subarray(fields),
				fc.array(text, { minLength: 40, maxLength: 40 }),
				(filled, texts) => {
					const form = Object.fromEntries(filled.map(({ name }, index) => [name, texts[index]]));
					const wire = writeOptional(
						object,
						readerOf({ [collectionName(object)]: form }).read,
						writing,
					);
					const expected: IDataObject = {};
					filled.forEach((field, index) => {
						const path = wirePath(field);
						const holder = path
							.slice(0, -1)
							.reduce<IDataObject>((inner, key) => (inner[key] ??= {}) as IDataObject, expected);
						holder[path[path.length - 1]] = texts[index];
					});
					expect(wire).toEqual(expected);
				},
			),
		);
	},
);
