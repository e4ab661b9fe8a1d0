import fc from 'fast-check';

import { valuesInJson } from '../../nodes/Braze/pipeline/read/valuesInJson.ts';
import { tried } from '../../nodes/Braze/pipeline/read/tried.ts';
import { campaignForm, pairs, shownBy, type Parameters } from './support.cts';
import { openTexts } from './textForms.cts';

const { bench, propertiesSent } = openTexts();

const inJson = (triggerPropertiesJson: string): Parameters =>
	campaignForm({ triggerPropertiesSource: 'json', triggerPropertiesJson });
const inPair = (value: string, type: string): Parameters =>
	campaignForm({
		triggerPropertiesSource: 'pairs',
		triggerProperties: pairs(['order', value, type]),
	});

const ended = 'a quotation mark or backslash from data';
const unheld = 'a line break, a tab or a backslash from data';
const several = 'more or less than one value of JSON from data';
const open = 'brackets or quotation marks from data';

describe('JSON in Expression mode', () => {
	test.each<[string, Parameters, string, string]>([
		['in a text', inJson('={"name": "{{ $json.value }}"}'), 'a", "broadcast": "b', ended],
		['in a name', inJson('={"{{ $json.value }}": 1}'), 'a": 1, "b', ended],
		['behind words', inJson('={"name": "a \\" {{ $json.value }}!"}'), '" , "b": "c', ended],
		['at the end of a text', inJson('={"a": "{{ $json.value }}", "b": "c"}'), 'a\\', ended],
		['by code', inJson('={"a": "{{ $json.value.trim() }}"}'), 'a", "b": "c', ended],
		['with a second line', inJson('={"a": "{{ $json.value }}"}'), 'a\nb', unheld],
		['with the path of a file', inJson('={"a": "{{ $json.value }}"}'), 'C:\\Users', unheld],
		['for a number', inJson('={"a": {{ $json.value }}}'), '1, "b": 2', several],
		['in a list', inJson('={"a": [{{ $json.value }}]}'), '1], "b": [2', open],
		['in a pair', inPair('={"a": "{{ $json.value }}"}', 'object'), 'a", "b": "c', ended],
		['in a list of a pair', inPair('=["{{ $json.value }}"]', 'array'), 'a", "b', ended],
	])('is not changed by a value %s', async (_place, parameters, value, wrong) => {
		const { error } = await bench.run({ parameters, items: [{ id: 'user-001', value }] });
		expect(error?.message).toContain(wrong);
		expect(shownBy(error)).toMatch(/et one expression give the whole list or object/);
		expect(bench.bodies()).toEqual([]);
	});

	test.each<[string, Parameters, string | number | number[], unknown]>([
		['a text', inJson('={"a": "{{ $json.value }}"}'), '}{][,:', { a: '}{][,:' }],
		[
			'escaped',
			inJson('={"a": "{{ JSON.stringify($json.value).slice(1, -1) }}"}'),
			'"',
			{ a: '"' },
		],
		['escaped before', inJson('={"a": "{{ $json.value }}"}'), 'b\\"\\n', { a: 'b"\n' }],
		['a number', inJson('={"a": {{ $json.value }} , "b": 1}'), 7, { a: 7, b: 1 }],
		['JSON', inJson('={"a": {{ $json.value }}}'), '{"b": [1, "}"]}', { a: { b: [1, '}'] } }],
		['entries', inJson('={"a": [{{ $json.value }}]}'), '1, {"b": "]"}', { a: [1, { b: ']' }] }],
		['code', inJson('={"a": [{{ $json.value.map((b) => b + 1).join() }}]}'), [1, 2], { a: [2, 3] }],
		['keys', inJson('={ {{ $json.value }}, "b": 2 }'), '"a": 1', { a: 1, b: 2 }],
		[
			'a pair of text',
			inPair('={"a": "{{ $json.value }}"}', 'string'),
			'"',
			{ order: '{"a": """}' },
		],
	])('takes %s', async (_what, parameters, value, sent) => {
		await bench.run({ parameters, items: [{ id: 'user-001', value }] });
		expect(propertiesSent()).toEqual([sent]);
	});

	test('keeps the names and the number of its keys, whatever stands in its texts', () => {
		const piece = fc.constantFrom(
			'a',
			' ',
			'{',
			']',
			'\\',
			'\\"',
			'", "c": "',
			'"], "d": ["',
			'", "',
		);
		const value = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(''));
		const words = ['{"a": "', '", "b": ["', ' \\" ', '"]}'];
		const check = valuesInJson(words, [true, true, true], {
			label: 'JSON',
			kind: 'json',
			liquid: false,
		});
		fc.assert(
			fc.property(fc.tuple(value, value, value), (values) => {
				fc.pre('value' in tried(() => check?.(values)));
				const text = values.reduce((json, each, index) => json + each + words[index + 1], words[0]);
				const json = tried(() => JSON.parse(text) as Record<string, unknown>);
				// an escape that JSON does not know is refused when it is parsed
				fc.pre('value' in json);
				expect(Object.keys((json as { value: object }).value)).toEqual(['a', 'b']);
				expect((json as { value: { b: unknown[] } }).value.b).toHaveLength(1);
			}),
		);
	});
});
