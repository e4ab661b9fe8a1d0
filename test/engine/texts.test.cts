import type { IDataObject } from 'n8n-workflow';

import { sourceAndBraze } from '../../engine/brazeNode.cts';
import { credentialsFor } from '../../engine/brazeNode.cts';
import { runWorkflow } from '../../engine/engine.cts';
import {
	campaignForm,
	FULL_KEY,
	messageForm,
	openBench,
	pairs,
	userItems,
	type Parameters,
	shownBy,
} from './support.cts';

const bench = openBench();

/** The SMS of each request that left. */
const smsTexts = (): unknown[] =>
	bench.bodies().map(({ messages }) => ((messages as IDataObject).sms as IDataObject).body);

const propertiesSent = (): unknown[] => bench.bodies().map((body) => body.trigger_properties);

const sms = (smsBody: string, options: IDataObject = {}): Parameters =>
	messageForm({ smsBody, options });

const names = [
	'{{ $env.HOME }}',
	'{% connected_content http://example.com %}',
	'[[${email_address}]]',
];

describe("n8n's expressions in Fixed mode", () => {
	test('stand beside Liquid in one text, and each item gets its own', async () => {
		const items = userItems(2, (number) => ({ plan: `plan ${number}` }));
		await bench.run({
			parameters: sms("Hi {{${first_name} | default: 'there'}}, {{ $json.plan }} [[${city}]]!"),
			items,
		});
		expect(smsTexts().sort()).toEqual([
			"Hi {{${first_name} | default: 'there'}}, plan 1 {{${city}}}!",
			"Hi {{${first_name} | default: 'there'}}, plan 2 {{${city}}}!",
		]);
	});

	test('are more than plain paths', async () => {
		await bench.run({
			parameters: sms("{{ $json.plan.toUpperCase() }} {{ $('Source').item.json.id }} {{ name }}"),
			items: userItems(1, () => ({ plan: 'gold' })),
		});
		expect(smsTexts()).toEqual(['GOLD user-001 {{ name }}']);
	});

	test('in JSON keep the type of their value where they are a whole text', async () => {
		const json = {
			plan: '{{ $json.plan }}',
			text: 'Plan {{ $json.plan }}',
			list: ['{{ $json.list }}', '{{ $json.list.length + 1 }}'],
			none: '{{ $json.list[9] }}',
			liquid: '{{${first_name}}}',
		};
		await bench.run({
			parameters: campaignForm({
				triggerPropertiesSource: 'json',
				triggerPropertiesJson: JSON.stringify(json),
			}),
			items: [{ id: 'user-001', plan: 7, list: [true, { a: null }] }],
		});
		expect(propertiesSent()).toEqual([
			{
				plan: 7,
				text: 'Plan 7',
				list: [[true, { a: null }], 3],
				liquid: '{{${first_name}}}',
			},
		]);
	});

	test('cannot break the JSON around them', async () => {
		const quote = '", "admin": true, "x": "';
		await bench.run({
			parameters: campaignForm({
				triggerPropertiesSource: 'json',
				triggerPropertiesJson: '{ "name": "Hi {{ $json.name }}" }',
			}),
			items: [{ id: 'user-001', name: quote }],
		});
		expect(propertiesSent()).toEqual([{ name: `Hi ${quote}` }]);
	});

	test('need quotes in JSON', async () => {
		const { error } = await bench.run({
			parameters: campaignForm({
				triggerPropertiesSource: 'json',
				triggerPropertiesJson: '{ "plan": {{ $json.plan }} }',
			}),
			items: [{ id: 'user-001', plan: 7 }],
		});
		expect(error?.message).toContain('does not parse as JSON');
		expect(shownBy(error)).toContain('Write each {{ }} between quotes');
	});

	test.each<[string, Parameters]>([
		['External User ID', messageForm({ externalUserId: '{{ $json.id }}' })],
		[
			'Trigger Properties Pairs > plan',
			campaignForm({
				triggerPropertiesSource: 'pairs',
				triggerProperties: pairs(['plan', '{{ $json.plan }}', 'string']),
			}),
		],
		['Campaign', campaignForm({ campaignId: { __rl: true, mode: 'id', value: '{{ $json.id }}' } })],
	])('are refused in %s', async (label, parameters) => {
		const { error } = await bench.run({ parameters, items: userItems(1) });
		expect(error?.message).toContain(
			`'${label}' holds an expression in {{ }} but is in Fixed mode`,
		);
		expect(error?.description).toBe('Switch the field to Expression');
		expect(bench.bodies()).toEqual([]);
	});
});

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

describe("Liquid in n8n's brackets", () => {
	test.each([
		"={% assign g = 'Hello' %}{{ g }}",
		'=Hi {{name}}',
		'=Hi {{ order.items[0].name }}',
		'={{ name }}',
		'=Hi {{ first_name | upcase }}',
		'=Hi {{${first_name}}}!',
		"={{ 'now' | date: '%Y' }}",
		'=Hi {{ $json.id | upcase }}',
		'Hi {{ $json.id | upcase }}',
	])('%s is refused', async (smsBody) => {
		const { error } = await bench.run({ parameters: sms(smsBody), items: userItems(1) });
		expect(error?.message).toContain("'SMS Body' holds Liquid in {{ }}");
		expect(bench.bodies()).toEqual([]);
	});

	test.each([
		['={{ `a ${`b ${$json.id}`} | upcase` }}', 'a b user-001 | upcase'],
		['={{ /a|size/.test($json.id) ? "it\'s | x" : "no | upcase" }}', 'no | upcase'],
		['={{ "say \\"hi | there\\"" }}', 'say "hi | there"'],
		['={{ /* name | upcase */ $json.id }}!', 'user-001!'],
		['={{ $json.nope || "you" }}', 'you'],
		['=Hi {{ 6 | 1 }}', 'Hi 7'],
		['=Hi {{ Math.PI > 3 }}', 'Hi true'],
		['={{ DateTime.fromISO("2030-06-01T12:00:00Z").year }}', '2030'],
	])('%s is JavaScript', async (smsBody, sent) => {
		const { error } = await bench.run({ parameters: sms(smsBody), items: userItems(1) });
		expect(error).toBeUndefined();
		expect(smsTexts()).toEqual([sent]);
	});
});

describe('an expression that gives nothing', () => {
	const items = [{ id: 'user-001', name: 'Ann' }, { id: 'user-002', name: '' }, { id: 'user-003' }];

	test('leaves a gap in a text, and a hint names the items', async () => {
		const { hints } = await bench.run({ parameters: sms('=Hi {{ $json.name }} you'), items });
		expect(smsTexts().sort()).toEqual(['Hi  you', 'Hi Ann you']);
		expect(hints.map(({ message }) => message)).toContain(
			"{{ $json.name }} in 'SMS Body' gave nothing for 2 items (1, 2)",
		);
	});

	test('is refused where the person says so', async () => {
		const { error } = await bench.run({
			parameters: sms('=Hi {{ $json.name }} you', { emptyValues: 'refuse' }),
			items,
		});
		expect(error?.message).toContain('Item 1');
		expect(error?.message).toContain("'SMS Body' holds {{ $json.name }}, which gives nothing");
		expect(bench.bodies()).toEqual([]);
	});

	test.each<[string, string, IDataObject]>([
		['$json.plan', '$json.Plan', { Plan: 'gold' }],
		['$json.firstname', '$json["First Name"]', { 'First Name': 'Ann' }],
		['$json["customer.name"]', '$json.customer.name', { customer: { name: 'Ann' } }],
		['$json.customer.name', '$json["customer.name"]', { 'customer.name': 'Ann' }],
		['$json["plan "]', '$json.plan', { plan: 'gold' }],
		['$json.its', '$json["it\'s"]', { "it's": 1 }],
	])('is refused where %s is nearly %s', async (written, near, item) => {
		for (const text of [`=Hi {{ ${written} }} you`, `Hi {{ ${written} }} you`]) {
			const { error } = await bench.run({
				parameters: sms(text),
				items: [{ id: 'user-001', ...item }],
			});
			expect(shownBy(error)).toContain(`The item has {{ ${near} }}`);
		}
		expect(bench.bodies()).toEqual([]);
	});

	test('is refused in identifiers', async () => {
		const { error } = await bench.run({
			parameters: messageForm({ externalUserId: '=user-{{ $json.nope }}' }),
			items: userItems(1),
		});
		expect(error?.message).toContain("'External User ID' holds {{ $json.nope }}");
		expect(bench.bodies()).toEqual([]);
	});
});

test('an expression that n8n cannot evaluate is told with its field', async () => {
	const { error } = await bench.run({ parameters: sms('=Hi {{ $json. }}'), items: userItems(1) });
	expect(error?.message).toContain("'SMS Body' holds an expression that n8n cannot evaluate");
});

test('pinned items are those that expressions see', async () => {
	const workflow = {
		...sourceAndBraze(messageForm({ smsBody: '=Hi {{ $json.name }}, {{ $json.name + "" }}' })),
		pinData: { Source: [{ json: { id: 'user-007', name: 'pinned' } }] },
	};
	await runWorkflow(workflow, {
		credentials: credentialsFor(bench.sandbox.url, FULL_KEY),
		items: [{ json: { id: 'user-001', name: 'not pinned' } }],
	});
	expect(smsTexts()).toEqual(['Hi pinned, pinned']);
});
