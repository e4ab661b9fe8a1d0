import assert from 'node:assert/strict';

import fc from 'fast-check';
import type {
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeType,
	NodePropertyTypes,
} from 'n8n-workflow';

import { runWorkflow } from '../../engine/engine.cts';
import type { Engine } from '../../nodes/Braze/pipeline/read/engine.ts';
import { valueOf } from '../../nodes/Braze/pipeline/read/reader.ts';
import { readerOf } from '../../nodes/Braze/pipeline/read/readers.ts';
import { defaultRules } from '../../nodes/Braze/pipeline/read/rules.ts';
import { termTraits } from '../../nodes/Braze/pipeline/read/traits.ts';

/** Names that mean something to JavaScript or to n8n's engine, and ones that are hard to write. */
const oddNames = [
	...Object.getOwnPropertyNames(Object.prototype),
	...['prototype', 'toJSON', 'length', 'name', 'caller', 'callee', 'arguments', 'mainModule'],
	...[
		'binding',
		'_load',
		'getPrototypeOf',
		'defineProperty',
		'prepareStackTrace',
		'dlopen',
		'then',
	],
	...['isEmpty', 'isNotEmpty', 'first', 'keys', 'toDateTime', 'format', 'extend', 'json', '$json'],
	...['__n8nType', '__n8nEscaped', '__value', 'isLuxonDateTime', 'isLuxonDuration', 'ts'],
	...['__isObject', '__isArray', '__isError', '__data', '__sanitize', 'class', 'null', 'this', '$'],
	...[
		'a b',
		'a.b',
		'a-b',
		'0',
		'01',
		'-1',
		'1e3',
		'',
		' ',
		' a ',
		'é',
		'ünï',
		'名前',
		'😀',
		'\ud800',
	],
	...[
		"it's",
		'"',
		'\\',
		'\\n',
		'\n',
		'\t',
		'\u2028',
		'}}',
		'{{',
		'}',
		'{',
		'`',
		'${a}',
		'//',
		'/*',
	],
	...[
		'.constructor',
		'a. constructor',
		'x.first(',
		'.isEmpty()',
		'$if(',
		'=',
		'={{ 1 }}',
		'[0]',
		']',
	],
];

const name = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom('a', 'b', 'c', 'user_id', '_id', 'aB9') },
	{ weight: 3, arbitrary: fc.constantFrom(...oddNames) },
	fc.string({ maxLength: 8 }),
	fc.string({ unit: 'binary', maxLength: 4 }),
);

const text = fc.oneof(
	fc.constantFrom('', '0', 'null', '={{ $json.a }}', '=a', '{{ 1 }}', '\ud800', '\u0000', ' x '),
	fc.constantFrom('2026-01-16T12:00:00Z', 'x'.repeat(300_000), '名'.repeat(100_000)),
	fc.string({ unit: 'binary', maxLength: 20 }),
);

const number = fc.oneof(
	fc.constantFrom(
		0,
		-0,
		NaN,
		Infinity,
		-Infinity,
		2 ** 53,
		-(2 ** 53),
		5e-324,
		1.7976931348623157e308,
	),
	fc.integer(),
	fc.double(),
);

class Instance {
	a = 1;
	get b(): string {
		return 'from a getter';
	}
}

/** Everything an item may hold, JSON or not. */
const value = fc.oneof(
	{ weight: 3, arbitrary: text },
	{ weight: 3, arbitrary: number },
	fc.boolean(),
	fc.constantFrom(null, undefined),
	fc.date(),
	fc.array(text, { maxLength: 3 }),
	{ weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
	fc.dictionary(name, fc.oneof(text, number, fc.constantFrom(true, null, undefined, [], {})), {
		maxKeys: 3,
	}),
	fc.bigInt(),
	fc.constantFrom(
		...[new Instance(), new Map([['a', 1]]), /a/, Symbol('a'), () => 1, Buffer.from('a')],
		{ toJSON: () => 'from toJSON' },
		Object.defineProperty({}, 'a', { get: () => 'from a getter', enumerable: true }),
		Object.defineProperty({}, 'a', { value: 'hidden', enumerable: false }),
		Object.create({ a: 'inherited' }) as unknown,
		Object.assign([1], { a: 'on a list' }),
		Object.assign([], { 2: 'with holes' }),
		{ deep: new Date(0), list: [new Instance()] },
		[undefined, null, [NaN]],
	),
);

/** An own key even where the name is `__proto__`. */
const withKey = (object: object, key: string, own: unknown): object =>
	Object.defineProperty(object, key, {
		value: own,
		enumerable: true,
		writable: true,
		configurable: true,
	});

const emptyObject = fc.constantFrom(
	() => ({}),
	() => Object.create(null) as object,
);

/** An item whose value stands at a path, on objects of either kind, with other keys beside it. */
const itemFor = (path: string[]): fc.Arbitrary<INodeExecutionData> =>
	fc
		.record({
			value,
			beside: fc.dictionary(fc.constantFrom('a', 'b', 'x'), text, { maxKeys: 2 }),
			make: emptyObject,
			// how much of the path is there at all
			depth: fc.oneof(
				{ weight: 4, arbitrary: fc.constant(path.length) },
				fc.nat({ max: path.length }),
			),
		})
		.map(({ value: leaf, beside, make, depth }) => {
			const inner = path
				.slice(1, depth)
				.reduceRight<unknown>((rest, key) => withKey(make(), key, rest), leaf);
			return { json: withKey({ ...beside }, path[0], inner) as INodeExecutionData['json'] };
		});

const isIdentifier = (key: string): boolean => /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key);

/** One step of a path, in one of the ways people write it. */
const written = (key: string): fc.Arbitrary<string> =>
	fc.constantFrom(
		`["${key}"]`,
		`['${key}']`,
		`[ "${key}" ]`,
		`[${JSON.stringify(key)}]`,
		...(isIdentifier(key) ? [`.${key}`, `.${key}`, `.${key}`, `?.${key}`, ` .${key}`] : []),
		...(/^\d+$/.test(key) ? [`[${key}]`] : []),
	);

/** Words around expressions, brackets and backslashes included. */
const words = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.constantFrom('Hi ', ', order ', 'user-', '/', ' ', '\n', '<p>\t</p>'),
	},
	fc.constantFrom(
		'{',
		'}',
		'}}',
		'\\',
		'\\\\',
		'\\{{',
		'{% if a %}',
		'[[',
		']]',
		'$',
		'`',
		'"',
		"'",
	),
	fc.constantFrom(
		'.constructor',
		'. constructor',
		'$if(',
		'.first(',
		'${a}',
		'{{',
		'={{ 1 }}',
		'\u2028',
	),
	fc.string({ unit: 'binary', maxLength: 6 }),
);

const frame = fc.oneof(
	{
		weight: 2,
		arbitrary: fc.constantFrom(
			...['={{ # }}', '={{ # }}', '={{#}}', '={{  #\n}}', '={{ # }} ', '= {{ # }}', '={{ #; }}'],
			...['={{ (#) }}', '=x{{ # }}', '={{ # }}{{ # }}', '={{ #.length }}', '=#', '#'],
		),
	},
	fc.array(words, { minLength: 1, maxLength: 4 }).map((between) => `=${between.join('{{ # }}')}`),
);

export interface Example {
	expression: string;
	items: INodeExecutionData[];
}

const example: fc.Arbitrary<Example> = fc
	.array(name, { minLength: 1, maxLength: 3 })
	.chain((path) =>
		fc.record({
			expression: fc
				.tuple(frame, ...path.map(written))
				.map(([around, ...steps]) => around.replaceAll('#', () => `$json${steps.join('')}`)),
			items: fc.array(itemFor(path), { minLength: 1, maxLength: 4 }),
		}),
	);

/** The shapes in which the node's parameters hold expressions, by the type of such a parameter. */
const shapes = (expression: string) => ({
	string: expression,
	number: expression,
	boolean: expression,
	dateTime: expression,
	json: expression,
	options: expression,
	multiOptions: [expression, 'text', 1, true],
	resourceLocator: { __rl: true, mode: 'id', value: expression },
	assignmentCollection: {
		assignments: [
			{ id: '1', name: 'x', value: expression, type: 'string' },
			{ id: '2', name: 'y', value: 'text', type: 'string' },
		],
	},
	collection: { option: expression, none: null, rows: { row: [{ deep: expression }, {}] } },
});

interface Reading {
	expression: string;
	/** What was read without the engine; absent where it was asked. */
	plain?: { value: unknown };
	engine: { value: unknown } | { refused: string };
}

const PROBE = 'test.probe';

/** What the node reads without the engine, undefined where it asks. */
function plainReading(raw: unknown, json: INodeExecutionData['json']): Reading['plain'] {
	let asked = false;
	const ask = (): never => {
		asked = true;
		throw new Error('asked');
	};
	const engine: Engine = { itemAt: () => json, text: ask, value: ask, texts: ask };
	const using = { engine, rules: defaultRules, emptyValues: new Map() };
	try {
		const reader = readerOf(raw, undefined, { ...termTraits('a'), kind: 'text' }, using);
		return { value: valueOf(reader, 0) };
	} catch (error) {
		if (asked) return undefined;
		throw error;
	}
}

/** Reads every parameter both ways, where the node under test reads them: for the items of the example that it is named after. */
const probe = (examples: Example[], readings: Reading[]): INodeType => ({
	description: {
		displayName: 'Probe',
		name: 'probe',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Probe' },
		inputs: ['main'],
		outputs: ['main'],
		properties: Object.entries(shapes('')).map(([type, sample]) => ({
			displayName: type,
			name: type,
			type: type as NodePropertyTypes,
			default: typeof sample === 'string' ? '' : {},
			options: [],
		})),
	},
	async execute(this: IExecuteFunctions) {
		const { name: position, parameters } = this.getNode();
		const { expression, items } = examples[Number(position)];
		const own = new Set(items.map(({ json }) => json));
		this.getInputData().forEach(({ json }, index) => {
			if (!own.has(json)) return;
			for (const parameter of Object.keys(parameters)) {
				const raw: unknown = this.getNodeParameter(parameter, 0, null, { rawExpressions: true });
				const plain = plainReading(raw, json);
				const engine = evaluated(() => this.getNodeParameter(parameter, index));
				readings.push({ expression, plain, engine });
			}
		});
		return [[]];
	},
});

function evaluated(read: () => unknown): Reading['engine'] {
	try {
		return { value: read() };
	} catch (error) {
		return { refused: (error as Error).message };
	}
}

/** @returns what both ways gave for every parameter shape of every item; one run for all examples, since a run costs more than they do */
async function readBothWays(examples: Example[]): Promise<Reading[]> {
	const readings: Reading[] = [];
	const source = { id: 'source', name: 'Source', type: 'n8n-nodes-base.noOp', parameters: {} };
	const probes = examples.map(({ expression }, index) => ({
		id: String(index),
		name: String(index),
		type: PROBE,
		parameters: shapes(expression),
	}));
	const nodes = [source, ...probes].map((node) => ({ ...node, typeVersion: 1, position: [0, 0] }));
	const toAll = probes.map(({ name: node }) => ({ node, type: 'main' as const, index: 0 }));
	const { error } = await runWorkflow(
		{ nodes: nodes as unknown as INode[], connections: { Source: { main: [toAll] } } },
		{
			items: examples.flatMap(({ items }) => items),
			nodeTypes: { [PROBE]: probe(examples, readings) },
		},
	);
	if (error) throw error;
	return readings;
}

/** How many values were read without the engine, of how many: a property that skips everything proves nothing. */
export interface Coverage {
	plain: number;
	all: number;
}

/**
 * Holds for every expression and item: what is read without the engine is exactly what the engine gives, in value and type.
 *
 * @param runs each of several expressions with several items
 * @throws where it does not, with the smallest example found
 */
export async function provePlainPath(runs: number, seed?: number): Promise<Coverage> {
	const coverage: Coverage = { plain: 0, all: 0 };
	const examples = fc.array(example, { minLength: 1, maxLength: 20, size: 'max' });
	const property = fc.asyncProperty(examples, async (each) => {
		for (const { expression, plain, engine } of await readBothWays(each)) {
			coverage.all++;
			if (!plain) continue;
			coverage.plain++;
			assert.deepStrictEqual({ expression, ...plain }, { expression, ...engine });
		}
	});
	await fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) });
	return coverage;
}
