import fc from 'fast-check';

import {
	holdsFixedExpression,
	namesN8nData,
	splitExpression,
	splitFixed,
	wholeCode,
} from '../../../nodes/Braze/pipeline/read/splitText.ts';

interface EngineChunk {
	type: string;
	text: string;
}

/** What n8n's engine splits with; the package does not hand it out. */
const { splitExpression: splitOfEngine } = jest.requireActual<{
	splitExpression: (text: string) => EngineChunk[];
}>('@n8n/tournament/dist/ExpressionSplitter');

const piece = fc.constantFrom(
	...[
		'{',
		'}',
		'{{',
		'}}',
		'\\',
		'\\\\',
		'\\{{',
		'\\}}',
		' ',
		'a',
		'$json.a',
		'"',
		'\n',
		'{%',
		'${',
	],
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

test("a text falls into the same pieces as in n8n's engine", () => {
	fc.assert(
		fc.property(text, (each) => {
			const own = splitExpression(each).map(({ kind, text: own }) => ({
				type: kind,
				text: kind === 'code' ? own.replace('\\}}', '}}') : own,
			}));
			const engine = splitOfEngine(each).map(({ type, text: its }) => ({ type, text: its }));
			expect(own).toEqual(engine);
		}),
		{ numRuns: 5000 },
	);
});

describe("n8n's expressions in Fixed mode", () => {
	test.each([
		['Hi {{ $json.plan }}!', ['Hi ', ' $json.plan ', '!']],
		["{{ $('Set').item.json.a }}", ['', " $('Set').item.json.a "]],
		['{{${first_name}}} {{ $json.plan }}', ['{{${first_name}}} ', ' $json.plan ']],
		['{{{ $json.id }}}', ['{', ' $json.id ', '}']],
		["{{ 'now' | date: '%Y' }}{{ $now.year }}", ["{{ 'now' | date: '%Y' }}", ' $now.year ']],
		['{{ $json["it\'s"] }}', ['', ' $json["it\'s"] ']],
		['{{ "\\}}" + $json.a }}', ['', ' "\\}}" + $json.a ']],
		[
			'{% if a %}{{ $if(true, 1, 2) }}{% endif %}',
			['{% if a %}', ' $if(true, 1, 2) ', '{% endif %}'],
		],
		['{{ `${$json.a}` }}', ['', ' `${$json.a}` ']],
	])('%s', (stored, pieces) => {
		expect(splitFixed(stored).map(({ text: own }) => own)).toEqual(pieces);
		expect(holdsFixedExpression(stored)).toBe(true);
	});

	test.each([
		'Hi {{${first_name}}}!',
		"{{ ${price} | default: '$five' }}",
		'{{ "$json" | upcase }}',
		'{{ name }} costs $json',
		'$json.plan',
		'{{ custom_attribute.${plan} }}',
		'{{ $json.plan',
		'{{ a$json }}',
		'[[ $json ]]',
		'{{ $5 }}',
	])('but not %s', (stored) => {
		expect(splitFixed(stored)).toEqual([{ kind: 'text', text: stored }]);
		expect(holdsFixedExpression(stored)).toBe(false);
	});

	test('nothing of the text is lost', () => {
		fc.assert(
			fc.property(text, (each) => {
				const again = splitFixed(each).map(({ kind, text: own }) =>
					kind === 'code' ? `{{${own}}}` : own,
				);
				expect(again.join('')).toBe(each);
			}),
		);
	});
});

test('an expression is the whole of a text only where nothing stands around it', () => {
	expect(wholeCode(splitExpression('{{ $json.a }}'))).toBe(' $json.a ');
	for (const mixed of ['{{ $json.a }} ', ' {{ $json.a }}', '{{ a }}{{ b }}', 'a', '']) {
		expect(wholeCode(splitExpression(mixed))).toBeUndefined();
	}
});

test('brackets without end and long quotes take no long time', () => {
	const start = performance.now();
	for (const long of ['{{', '}}', '{{ }}', '\\{{', '\\', '{{ $json.a }}', '{{ "'].map((each) =>
		each.repeat(20_000),
	)) {
		splitExpression(long);
		splitFixed(long);
	}
	namesN8nData('"\\"'.repeat(20_000));
	expect(performance.now() - start).toBeLessThan(1000);
});
