import { operations as allOperations } from '../../nodes/Braze/endpoints/index.ts';
import { choicesOf, description, fieldListsOf, places, properties } from './properties.cts';

const isLegacy = (name: string): boolean => name.endsWith('(Legacy)');

/** Alphabetical as n8n's linter reads it, with what Braze has retired last. */
const sorted = (names: string[]): string[] => {
	const inOrder = (some: string[]) => [...some].sort((a, b) => a.localeCompare(b));
	return [...inOrder(names.filter((name) => !isLegacy(name))), ...inOrder(names.filter(isLegacy))];
};

const byPath = <T,>(values: Array<[string, T]>): Array<[string, T]> => {
	const seen = new Map(values.map(([path, value]) => [`${path} ${JSON.stringify(value)}`, value]));
	return [...seen].map(([key, value]) => [key.slice(0, key.indexOf(' ')), value]);
};

const choiceLists = byPath(
	places
		.filter(({ property }) => choicesOf(property).length > 1)
		.map(({ path, property }): [string, string[]] => [
			path,
			choicesOf(property).map(({ name }) => name),
		]),
);

/** Lists of up to four, in which another order reads better: the usual one first, the one with most reach last. */
const ownOrder = ['sendTo', 'applePushAlertType', 'webPushFields.buttons.action'];

/** The ones that are used most come first: n8n's node panel shows them as declared. */
const byImportance = ['resource', 'operation'];

test.each(choiceLists)('the choices of %s are alphabetical', (path, names) => {
	const isOwn = ownOrder.includes(path) && names.length < 5;
	if (!isOwn && !byImportance.includes(path)) expect(names).toEqual(sorted(names));
	expect(new Set(names).size).toBe(names.length);
});

const collections = byPath(
	places
		.filter(({ property }) => property.type === 'collection')
		.map(({ path, property }): [string, string[]] => [
			path,
			fieldListsOf(property)[0].map(({ displayName }) => displayName),
		]),
);

test.each(collections)('the fields of %s are alphabetical, further JSON last', (_path, names) => {
	const further = 'Additional JSON';
	const [last] = names.slice(-1);
	const listed = names.filter((name) => name !== further);
	expect(listed).toEqual(sorted(listed));
	if (names.includes(further)) expect(last).toBe(further);
});

test('every operation has its action without an article, and a description', () => {
	const operations = properties.filter(({ name }) => name === 'operation').flatMap(choicesOf);
	expect(operations).toHaveLength(allOperations.length);
	for (const { name, action, description: text } of operations) {
		expect(name).toMatch(/^[A-Z]/);
		expect(action).toMatch(/^[A-Z][a-z]+ /);
		expect(action).not.toMatch(/ (a|an|the) /i);
		expect(text).toMatch(/^[A-Z].{10,}[^.]$/);
	}
	expect(new Set(operations.map(({ action }) => action)).size).toBe(operations.length);
});

const distinct = [
	...new Map(places.map((place) => [JSON.stringify(place.property), place])).values(),
];

describe('every parameter', () => {
	test.each([
		[
			'has a label in title case',
			({ displayName }: { displayName: string }) => /^(iOS |[A-Z])/.test(displayName),
		],
		[
			'has no full stop at the end of a single sentence',
			({ description: text }: { description?: string }) => !/^[^.]*\.$/.test(text ?? ''),
		],
		[
			'has no blanks around its texts',
			(texts: { displayName: string; description?: string }) =>
				[texts.displayName, texts.description ?? 'x'].every((text) => text === text.trim()),
		],
		[
			'says "e.g." in its placeholder, or what its button adds',
			({ placeholder }: { placeholder?: string }) => /^(e\.g\. |Add )/.test(placeholder ?? 'Add '),
		],
	])('%s', (_what, holds) => {
		const wrong = distinct.filter(({ property }) => !holds(property)).map(({ path }) => path);
		expect(wrong).toEqual([]);
	});

	test('that is a switch says "Whether"', () => {
		const switches = distinct.filter(({ property }) => property.type === 'boolean');
		const wrong = switches.filter(({ property }) => !property.description?.startsWith('Whether '));
		expect(switches.length).toBeGreaterThan(20);
		expect(wrong.map(({ path }) => path)).toEqual([]);
	});

	test('has a default of its type', () => {
		const isOfType: Record<string, (value: unknown) => boolean> = {
			boolean: (value) => typeof value === 'boolean',
			number: (value) => typeof value === 'number',
			string: (value) => typeof value === 'string' || Array.isArray(value),
			options: (value) => typeof value === 'string',
			multiOptions: Array.isArray,
			collection: (value) => typeof value === 'object',
			fixedCollection: (value) => typeof value === 'object',
		};
		const wrong = distinct.filter(
			({ property }) => !(isOfType[property.type] ?? (() => true))(property.default),
		);
		expect(wrong.map(({ path }) => path)).toEqual([]);
	});

	test('that is a list has its default among its choices', () => {
		const wrong = distinct.filter(({ property }) => {
			const values = choicesOf(property).map(({ value }) => value);
			// the delivery of an update has none: what nobody chose must not replace what is there
			const isChosen = property.name !== 'delivery' || property.default !== '';
			return (
				property.type === 'options' && isChosen && !values.includes(property.default as string)
			);
		});
		expect(wrong.map(({ path }) => path)).toEqual([]);
	});

	test('that takes a value is described, unless its label says it all', () => {
		const plain = ['string', 'number', 'json', 'dateTime', 'resourceLocator'];
		const telling =
			/^(App ID|Message Variation|Put Output File in Field|Time|Timestamp|Tokens|Value)$| Message Variation$| \(JSON\)$/;
		const wrong = distinct
			.filter(({ property }) => plain.includes(property.type))
			.filter(({ property }) => !property.description && !property.hint && !property.placeholder)
			.filter(({ property }) => !telling.test(property.displayName.replace(' (Legacy)', '')))
			.map(({ path }) => path);
		expect(wrong).toEqual([]);
	});

	test('holds no key that only the wire needs', () => {
		const known = new Set([
			...[
				'displayName',
				'name',
				'type',
				'default',
				'description',
				'hint',
				'placeholder',
				'options',
			],
			...[
				'displayOptions',
				'typeOptions',
				'required',
				'noDataExpression',
				'modes',
				'requiresDataPath',
			],
		]);
		const unknown = distinct.flatMap(({ property }) =>
			Object.keys(property).filter((key) => !known.has(key)),
		);
		expect([...new Set(unknown)]).toEqual([]);
	});
});

test('an agent can use the node', () => {
	expect(description.usableAsTool).toBe(true);
	expect(description.inputs).toEqual(['main']);
	expect(description.outputs).toEqual(['main']);
});

test('n8n may add a resource and an operation of its own, which the node answers with a sentence', () => {
	for (const { name, options } of properties) {
		if (name === 'resource' || name === 'operation') expect(Object.isFrozen(options)).toBe(false);
	}
});
