import { sourceAndBraze, credentialsFor } from '../../engine/brazeNode.cts';
import { runWorkflow } from '../../engine/engine.cts';
import {
	campaignForm,
	FULL_KEY,
	messageForm,
	pairs,
	userItems,
	type Parameters,
	shownBy,
} from './support.cts';
import { openTexts, sms } from './textForms.cts';

const { bench, smsTexts, propertiesSent } = openTexts();

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
