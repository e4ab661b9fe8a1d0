import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import {
	campaignForm,
	failuresIn,
	messageForm,
	openBench,
	pairs,
	shownBy,
	toErrorOutput,
} from './support.cts';
import { eventForm, fieldsForm, picked, row, rowsForm, upsertForm } from './users/forms.cts';

const bench = openBench();

const named = (more: unknown): IDataObject => ({ id: 'user-001', ...(more as IDataObject) });
const messagesOf = (hints: Array<{ message: string }>): string[] =>
	hints.map(({ message }) => message).filter((message) => !message.includes('share requests'));

describe('bytes of a database, a set and a pattern are refused, not sent as objects of their parts', () => {
	const bytes = Buffer.from('abc');
	const items = [{ key: bytes }, { key: bytes.toJSON() }, { key: { deep: [bytes] } }].map(named);

	test.each<[string, IDataObject]>([
		['as attributes', fieldsForm()],
		['as properties of an event', eventForm({ eventPropertiesSource: 'inputFields' })],
	])('%s', async (_what, parameters) => {
		const { output } = await bench.run({ parameters, items, node: toErrorOutput });
		expect(failuresIn(output[1])).toEqual(
			items.map(() => expect.stringContaining('is binary data, which JSON cannot say')),
		);
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('from an expression', async () => {
		const { error } = await bench.run({
			parameters: rowsForm([row('tags', { value: '={{ new Set(["a"]) }}' })]),
			items: [named({})],
		});
		expect(error?.message).toContain("'tags' is a set, a map or a pattern");
	});

	test('while an object that only looks so leaves', async () => {
		const parts = { type: 'Buffer', data: 'abc' };
		await bench.run({ parameters: fieldsForm(), items: [named({ parts })] });
		expect(bench.bodies()[0]).toEqual({ attributes: [{ external_id: 'user-001', parts }] });
	});
});

test('hints are about what goes out, not about items that fail', async () => {
	const odd = { 'First Name': 'x', phone: '0170 1' };
	const items = [{ ...odd }, named({ ...odd, dob: '31/12/1990' }), named({ tier: 1 })];
	const bad = await bench.run({ parameters: fieldsForm(), items, node: toErrorOutput });
	expect(bad.output[1]).toHaveLength(2);
	expect(messagesOf(bad.hints)).toEqual([]);
	const good = await bench.run({
		parameters: fieldsForm(),
		items: [...items, named(odd)],
		node: toErrorOutput,
	});
	expect(messagesOf(good.hints)).toEqual([
		expect.stringContaining('A phone number of this run'),
		expect.stringContaining('"First Name" went out as a custom attribute'),
	]);
});

test('what other systems wrap all fields in leaves as it is, with a hint once a run', async () => {
	const fields = { email: 'a@example.com' };
	const items = ['traits', 'properties', 'body', 'fields'].flatMap((key) =>
		[1, 2].map(() => named({ [key]: fields })),
	);
	const { hints } = await bench.run({ parameters: fieldsForm(), items });
	expect(messagesOf(hints)).toEqual(
		['traits', 'properties', 'body', 'fields'].map((key) =>
			expect.stringContaining(`"${key}" went out as one custom attribute of that name`),
		),
	);
	const plain = await bench.run({ parameters: fieldsForm(), items: [named({ body: 'athletic' })] });
	expect(messagesOf(plain.hints)).toEqual([]);
});

test('one entry with semicolons is told of where a list is written, added to or taken from', async () => {
	const told = async (rowOf: IDataObject, ...values: unknown[]): Promise<string[]> => {
		const { error, hints } = await bench.run({
			parameters: rowsForm([{ ...rowOf, value: '={{ $json.value }}' }]),
			items: values.map((value) => named({ value })),
		});
		expect(error).toBeUndefined();
		return messagesOf(hints);
	};
	for (const each of [
		row('hobbies', { type: 'list' }),
		row(picked('hobbies', 'Array'), {}),
		row('hobbies', { change: 'addToList' }),
		row('hobbies', { change: 'removeFromList' }),
	]) {
		expect(await told(each, 'running;hiking', 'a;b')).toEqual([
			expect.stringContaining('the list "hobbies" or out of it is one entry that holds semicolons'),
		]);
		const fine = ['running, a;b', '["a;b"]', '"a;b"', ['a;b'], 'running'];
		expect(await told(each, ...fine)).toEqual([]);
	}
	expect(await told(row('hobbies', { type: 'text' }), 'a;b')).toEqual([]);
});

test('a value of the wrong type is shown as what it is, with the way to put it right', async () => {
	const { output } = await bench.run({
		parameters: fieldsForm(),
		items: [
			{ email: ['a@example.com'] },
			{ first_name: { value: 'Ann' } },
			{ last_name: true },
			{ email_open_tracking_disabled: 'FALSE' },
		].map(named),
		node: toErrorOutput,
	});
	const failures = failuresIn(output[1]);
	[
		'must be text but is the list ["a@example.com"]. Give one entry of the list',
		'must be text but is the object {"value":"Ann"}. Give one field of the object',
		'must be text but is true. Put it between quotes',
		'must be true or false but is "FALSE". Give true or false without quotes',
	].forEach((sentence, index) => expect(failures[index]).toContain(sentence));
	const { error } = await bench.run({
		parameters: upsertForm({
			attributesSource: 'pairs',
			attributes: pairs(['subscription_groups', '={{ [{ subscription_group_id: 7 }] }}', 'array']),
		}),
		items: [named({})],
	});
	expect(error?.message).toContain('must be text but is the number 7');
});

test('an event whose time comes to nothing is told of, once a run', async () => {
	const dated = { additionalFields: { time: '={{ $json.at }}' } };
	const run = async (parameters: IDataObject, times: unknown[]): Promise<string[]> => {
		const items = times.map((at) => named({ at, order: 'A' }));
		return messagesOf((await bench.run({ parameters, items })).hints);
	};
	const purchase = (more: IDataObject): IDataObject => ({
		...eventForm(more),
		operation: 'trackPurchase',
		productId: { __rl: true, mode: 'name', value: 'sku-1' },
		currency: 'EUR',
		price: 1,
		purchasePropertiesSource: 'none',
	});
	for (const form of [eventForm, purchase]) {
		const told = [expect.stringContaining("'Time' came to nothing")];
		expect(await run(form(dated), ['', null, '2026-01-01'])).toEqual(told);
		expect(await run(form(dated), ['2026-01-01'])).toEqual([]);
		expect(await run(form({ additionalFields: {} }), [''])).toEqual([]);
	}
});

test('the example about consent takes words of a table for what they say, and nothing else', async () => {
	const [, , consent] = JSON.parse(
		readFileSync(path.join(__dirname, '../../examples/15-consent-both-ways.json'), 'utf8'),
	).nodes as Array<{ parameters: IDataObject }>;
	const { output } = await bench.run({
		parameters: consent.parameters,
		items: ['FALSE', 'True ', false, true, 'no', undefined].map((newsletter, index) => ({
			external_user_id: `user-00${index + 1}`,
			newsletter,
			offers: false,
		})),
		node: toErrorOutput,
	});
	expect(failuresIn(output[1])).toHaveLength(2);
	const { subscription_groups: groups } = bench.bodies()[0] as {
		subscription_groups: Array<{ subscription_state: string; external_ids: string[] }>;
	};
	const subscribed = groups.filter((group) => group.subscription_state === 'subscribed');
	expect(subscribed.flatMap((group) => group.external_ids)).toEqual(['user-002', 'user-004']);
});

describe('an ID under another name than the expression has is told of by that name', () => {
	const nearly = '={{ $json.customer_id }}';
	test.each<[string, IDataObject]>([
		['attributes', fieldsForm({ externalUserId: nearly })],
		['an alias', upsertForm({ userIdentifier: 'userAlias', aliasName: nearly, aliasLabel: 'crm' })],
		['a message', messageForm({ externalUserId: nearly })],
		['a campaign by email', campaignForm({ userIdentifier: 'email', email: nearly })],
	])('%s', async (_what, parameters) => {
		const { output } = await bench.run({
			parameters,
			items: [
				{ '\ufeffcustomer_id': 'user-001' },
				{ Customer_ID: 'user-001' },
				{ 'customer_id ': 'user-001', customer_id: '' },
				{ id: 'user-001' },
			],
			node: toErrorOutput,
		});
		const failures = failuresIn(output[1]);
		const check = 'is empty. Every item needs it: check what its expression gives for this item';
		[
			String.raw`is empty. The item has {{ $json["\ufeffcustomer_id"] }}: write it so`,
			'is empty. The item has {{ $json.Customer_ID }}: write it so',
			check,
			check,
		].forEach((sentence, index) => expect(failures[index]).toContain(sentence));
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('which can be copied as it stands', async () => {
		const externalUserId = String.raw`={{ $json["\ufeffcustomer_id"] }}`;
		await bench.run({
			parameters: upsertForm({ externalUserId, attributesSource: 'inputFields' }),
			items: [{ '\ufeffcustomer_id': 'user-001' }],
		});
		expect(bench.bodies()[0]).toEqual({
			attributes: [{ external_id: 'user-001', customer_id: 'user-001' }],
		});
		bench.sandbox.reset();
		const selected = (attributesInputFields: string): IDataObject =>
			upsertForm({ attributesSource: 'selectedInputFields', attributesInputFields });
		const items = [named({ '\ufefftier': 1 })];
		const { error } = await bench.run({ parameters: selected('tier'), items });
		const [, name] = /It has (.+): write it so/.exec(shownBy(error)) ?? [];
		expect(name).toBe(String.raw`["\ufefftier"]`);
		await bench.run({ parameters: selected(name), items });
		expect(bench.bodies()[0]).toEqual({ attributes: [{ external_id: 'user-001', tier: 1 }] });
	});
});
