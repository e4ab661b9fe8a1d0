import fc from 'fast-check';
import type { INodeExecutionData } from 'n8n-workflow';

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

export const name = fc.oneof(
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
export const itemFor = (path: string[]): fc.Arbitrary<INodeExecutionData> =>
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
