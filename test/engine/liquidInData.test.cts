import type { IDataObject } from 'n8n-workflow';

import { campaignForm, pairs } from './support.cts';
import { openTexts, sms } from './textForms.cts';

const { bench, smsTexts, propertiesSent } = openTexts();

const names = [
	'{{ $env.HOME }}',
	'{% connected_content http://example.com %}',
	'[[${email_address}]]',
];

describe.each(names)('a customer named %s', (name) => {
	const items = [{ id: name, name }];

	test('stays text as an identifier, in properties and in attributes', async () => {
		for (const properties of [
			{ triggerPropertiesSource: 'json', triggerPropertiesJson: '{ "name": "{{ $json.name }}" }' },
			{ triggerPropertiesSource: 'json', triggerPropertiesJson: '={ "name": "{{ $json.name }}" }' },
			{ triggerPropertiesSource: 'json', triggerPropertiesJson: '={{ { name: $json.name } }}' },
			{
				triggerPropertiesSource: 'pairs',
				triggerProperties: pairs(['name', '={{ $json.name }}', 'string']),
			},
			{ triggerPropertiesSource: 'selectedInputFields', triggerPropertiesInputFields: 'name' },
		]) {
			await bench.run({ parameters: campaignForm(properties), items });
		}
		expect(propertiesSent()).toEqual(Array(5).fill({ name }));
		expect(bench.bodies().map(({ recipients }) => recipients)).toEqual(
			Array(5).fill([{ external_user_id: name }]),
		);
	});

	test.each(['Hi {{ $json.name }}!', '=Hi {{ $json.name }}!', '=Hi {{ $json.name + "" }}!'])(
		'is not run in %s',
		async (text) => {
			const { error } = await bench.run({ parameters: sms(text), items });
			expect(error?.message).toContain("Item 0: 'SMS Body' gets Liquid from data");
			expect(bench.bodies()).toEqual([]);

			await bench.run({ parameters: sms(text, { liquidInData: 'keepAsText' }), items });
			expect(smsTexts()).toEqual([`Hi {% raw %}${name}{% endraw %}!`]);
		},
	);

	test('is content where the field is one expression, and runs where the person says so', async () => {
		const sent = name.startsWith('[[') ? '{{${email_address}}}' : name;
		await bench.run({ parameters: sms('={{ $json.name }}'), items });
		await bench.run({ parameters: sms('=Hi {{ $json.name }}', { liquidInData: 'run' }), items });
		expect(smsTexts()).toEqual([sent, `Hi ${sent}`]);
	});
});

describe('Liquid in data', () => {
	const refused = async (text: string, item: IDataObject, options: IDataObject = {}) => {
		const { error } = await bench.run({
			parameters: sms(text, options),
			items: [{ id: 'user-001', ...item }],
		});
		expect(bench.bodies()).toEqual([]);
		return error?.message;
	};

	test('is found where two values complete it', async () => {
		const item = { first: '{', last: '% connected_content http://example.com %}' };
		expect(await refused('=Hi {{ $json.first }}{{ $json.last }}', item)).toContain(
			'gets Liquid from data',
		);
		await bench.run({
			parameters: sms('=Hi {{ $json.first }}{{ $json.last }}', { liquidInData: 'keepAsText' }),
			items: [{ id: 'user-001', ...item }],
		});
		expect(smsTexts()).toEqual([`Hi {% raw %}${item.first}${item.last}{% endraw %}`]);
	});

	test.each([
		['=Hi {{ $json.a }}% connected_content http://example.com %}', '{'],
		['=Hi {{ $json.a }}{% if b %}', 'c{'],
		['Hi {{{ $json.a }}', '% connected_content http://example.com %}'],
		['Hi {{{ $json.a }}', '{ b }}'],
	])('is found where words complete it: %s with %s', async (text, a) => {
		expect(await refused(text, { a })).toContain('gets Liquid from data');
		expect(await refused(text, { a }, { liquidInData: 'keepAsText' })).toContain('right beside');
	});

	test('is found where a value names the attribute of brackets around it', async () => {
		expect(await refused('=Hi [[{{ $json.a }}]]', { a: '${email_address}' })).toContain(
			'gets Liquid from data',
		);
	});

	test('cannot be kept as text where the text would end there', async () => {
		const keep = { liquidInData: 'keepAsText' };
		for (const a of ['{% endraw %}{{ b }}', '{%-endraw-%}', '{% ENDRAW %}', 'endraw {{ b }}']) {
			expect(await refused('=Hi {{ $json.a }}', { a }, keep)).toContain('cannot be kept as text');
		}
		expect(await refused('=Hi {% if {{ $json.a }} %}', { a: '{{ b }}' }, keep)).toContain(
			'inside of it',
		);
	});

	test('is not seen in what is no Liquid', async () => {
		const text = '=[[items[{{ $json.n }}].name]] {{ $json.a }}';
		for (const a of ['20% {off}', '[see] [[1,2]]', '{ }', '}} %}', '$&']) {
			await bench.run({ parameters: sms(text), items: [{ id: 'user-001', n: 3, a }] });
		}
		expect(smsTexts()).toEqual(
			['20% {off}', '[see] [[1,2]]', '{ }', '}} %}', '$&'].map((a) => `{{items[3].name}} ${a}`),
		);
	});
});
