import fc from 'fast-check';

/** Names that lead to a prototype, or mean something to n8n or to JSON. */
const trickyKeys = [
	'__proto__',
	'constructor',
	'prototype',
	'hasOwnProperty',
	'toString',
	'toJSON',
	'valueOf',
	'then',
	'length',
	'error',
	'json',
	'__rl',
	'assignments',
	'recipients',
	'',
	' ',
	'a.b',
	'a b',
	'🎉',
	'\u0000',
];

/** Any 16-bit units: control characters, halves of emoji, whatever. */
const anyText = fc
	.array(fc.nat(0xffff), { maxLength: 20 })
	.map((units) => String.fromCharCode(...units));

const trickyText = fc.constantFrom(
	'',
	' ',
	'\n\t\r',
	'\u0000',
	'\u001b[31m',
	'\u2028\u2029',
	'\ud83d',
	'half \udf89',
	'🎉👩‍👩‍👧‍👦',
	'👤-007',
	'‮reversed',
	'e\u0301',
	'=',
	'={{',
	'{{ $json.a }}',
	'[[${first_name}]]',
	'[[',
	'{{${first_name}}}',
	'{% if',
	'{',
	'[1,',
	'"',
	'\\',
	'null',
	'true',
	'NaN',
	'1e999',
	'-0',
	'0x10',
	'9007199254740993',
	'2030-02-30T25:61:61',
	'2030-01-01',
	'not a date',
	'<script>alert(1)</script>',
	"'; DROP TABLE users; --",
	'../../etc/passwd',
	'https://',
	'read ECONNRESET',
	...trickyKeys,
);

const hugeText = fc.constantFrom(
	'x'.repeat(70_000),
	'ä'.repeat(300_000),
	'x'.repeat(1024 * 1024),
	'"\\\n'.repeat(20_000),
	'🎉'.repeat(300),
	'a,'.repeat(3000),
);

const nested = (levels: number, wrap: (inner: unknown) => unknown): unknown => {
	let value: unknown = 1;
	for (let level = 0; level < levels; level++) value = wrap(value);
	return value;
};

const deepValue = fc
	.tuple(fc.constantFrom(20, 200, 1500), fc.boolean())
	.map(([levels, isList]) => nested(levels, (inner) => (isList ? [inner] : { a: inner })));

const deepText = fc
	.constantFrom(50, 500, 20_000)
	.chain((levels) =>
		fc.constantFrom(
			'['.repeat(levels) + ']'.repeat(levels),
			'{"a":'.repeat(levels) + '1' + '}'.repeat(levels),
		),
	);

/** JSON with tricky keys as its own, which only JSON.parse makes of `__proto__`. */
const trickyObject = fc
	.array(fc.tuple(fc.constantFrom(...trickyKeys), fc.jsonValue({ maxDepth: 2 })), { maxLength: 4 })
	.map((entries) => {
		const written = entries.map(
			([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
		);
		return JSON.parse(`{${written.join(',')}}`) as unknown;
	});

const polluting = fc.constantFrom(
	'{"__proto__": {"polluted": true}}',
	'{"constructor": {"prototype": {"polluted": true}}}',
	'[{"__proto__": {"polluted": true}}]',
);

const plainOdd = fc.constantFrom<unknown>(
	null,
	undefined,
	NaN,
	Infinity,
	-Infinity,
	-0,
	1e21,
	true,
	false,
	[],
	{},
	[null],
	[[]],
	[undefined, NaN],
	{ a: undefined },
);

/** What no one would enter on purpose. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
	{ weight: 6, arbitrary: plainOdd },
	{ weight: 5, arbitrary: trickyText },
	{ weight: 3, arbitrary: anyText },
	{ weight: 3, arbitrary: trickyObject },
	{ weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
	{ weight: 2, arbitrary: fc.double() },
	{ weight: 2, arbitrary: fc.integer() },
	{ weight: 1, arbitrary: fc.bigInt() },
	{ weight: 1, arbitrary: fc.date({ noInvalidDate: false }) },
	{ weight: 1, arbitrary: polluting },
	{ weight: 1, arbitrary: polluting.map((text) => JSON.parse(text) as unknown) },
	{ weight: 1, arbitrary: deepValue },
	{ weight: 1, arbitrary: deepText },
	{ weight: 1, arbitrary: hugeText },
);

/** Fields of an item that expressions point at. */
export const ODD_FIELDS = ['v0', 'v1', 'v2'] as const;

/** Expressions that hand on what an item holds, or give what no field wants. */
export const oddExpression: fc.Arbitrary<string> = fc.oneof(
	fc
		.tuple(
			fc.constantFrom(...ODD_FIELDS),
			fc.constantFrom(
				(name: string) => `={{ $json.${name} }}`,
				(name: string) => `={{ $json["${name}"] }}`,
				(name: string) => `={{ $json.${name}.a }}`,
				(name: string) => `={{ [$json.${name}] }}`,
				(name: string) => `={{ ({ a: $json.${name} }) }}`,
				(name: string) => `=text {{ $json.${name} }} text`,
			),
		)
		.map(([name, write]) => write(name)),
	fc.constantFrom(
		'={{ $json }}',
		'={{ $json.missing }}',
		'={{ $json.missing.deeper }}',
		'={{ NaN }}',
		'={{ 1 / 0 }}',
		'={{ $now }}',
		'={{ new Date(NaN) }}',
		'={{ undefined }}',
		'={{ (() => 1) }}',
		'={{ }}',
		'={{ syntax error',
		'=',
	),
);
