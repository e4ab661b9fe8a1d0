import type { IDataObject } from 'n8n-workflow';

import {
	campaignForm,
	failuresIn,
	messageForm,
	pairs,
	shownBy,
	toErrorOutput,
	userItems,
} from './support.cts';
import { openTexts, sms } from './textForms.cts';

const { bench, smsTexts } = openTexts();

describe('an expression that gives nothing', () => {
	const items = [{ id: 'user-001', name: 'Ann' }, { id: 'user-002', name: '' }, { id: 'user-003' }];

	test('leaves a gap in a text, and a hint names the items', async () => {
		const { hints } = await bench.run({ parameters: sms('=Hi {{ $json.name }} you'), items });
		expect(smsTexts().sort()).toEqual(['Hi  you', 'Hi Ann you']);
		expect(hints.map(({ message }) => message)).toContain(
			"{{ $json.name }} in 'SMS Body' gave nothing for 2 items (1, 2)",
		);
	});

	test.each([
		["=Hi {{ 'Ms ' + $json.title }} you", 'Hi Ms undefined you', 'undefined'],
		["={{ 'Hi ' + $json.title }}", 'Hi undefined', 'undefined'],
		['={{ `${$json.points * 2} points` }}', 'NaN points', 'NaN'],
		['You have {{ `${$json.points * 2}` }} points', 'You have NaN points', 'NaN'],
		[
			"=Due {{ DateTime.fromISO('x').toFormat('d LLL') }}",
			'Due Invalid DateTime',
			'Invalid DateTime',
		],
		[
			"Due {{ $json.due || new Date('x').toLocaleDateString() }}",
			'Due Invalid Date',
			'Invalid Date',
		],
	])('is told of where JavaScript writes a word for it: %s', async (text, sent, word) => {
		const { hints } = await bench.run({ parameters: sms(text), items: items.slice(0, 1) });
		expect(smsTexts()).toEqual([sent]);
		expect(hints[0].message).toMatch(new RegExp(`in 'SMS Body' gave "${word}" for item 0$`));
		const refused = await bench.run({
			parameters: sms(text, { emptyValues: 'refuse' }),
			items: items.slice(0, 1),
		});
		expect(refused.error?.message).toContain(`which gives "${word}" for this item`);
	});

	test('is refused as a date that is none, alone or inside of a value', async () => {
		const dates = ['DateTime.fromISO("x")', 'new Date("x")', '[{ at: DateTime.fromISO("x") }]'];
		const { output } = await bench.run({
			parameters: campaignForm({
				triggerPropertiesSource: 'pairs',
				triggerProperties: pairs(['due', `={{ [${dates.join()}][$itemIndex] }}`, 'string']),
			}),
			items: userItems(dates.length),
			node: toErrorOutput,
		});
		const failures = failuresIn(output[1]);
		expect(failures).toHaveLength(dates.length);
		for (const failure of failures) expect(failure).toMatch(/ no valid date/);
		expect(bench.bodies()).toEqual([]);
	});

	test('is no word that the item has, or that the person writes', async () => {
		const { hints } = await bench.run({
			parameters: sms("={{ $json.name }} {{ 'is undefined' }} {{ $json.id ? 'a' : undefined }}"),
			items: [{ id: 'user-001', name: 'undefined' }],
		});
		expect(smsTexts()).toEqual(['undefined is undefined a']);
		expect(hints).toEqual([]);
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
