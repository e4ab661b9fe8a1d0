import type { IDataObject } from 'n8n-workflow';

import {
	ALL_USERS,
	API_CAMPAIGN,
	jsonOf,
	messageForm,
	openBench,
	smsForm,
	smsMessages,
	tracked,
	type Parameters,
	shownBy,
} from './support.cts';

const bench = openBench();
const pasted = (json: unknown, more: Parameters = {}): Parameters =>
	messageForm({ channels: ['json'], messagesJson: JSON.stringify(json), ...more });
const run = async (parameters: Parameters, items: IDataObject[] = [{ id: 'user-001' }]) =>
	await bench.run({ parameters, items });

test.each<[string, unknown, IDataObject]>([
	['a messages object', smsMessages, {}],
	[
		'a request body',
		{ segment_id: ` ${ALL_USERS}\n`, messages: smsMessages },
		{ segment_id: ALL_USERS },
	],
	['what a dry run gave', { dryRun: true, method: 'POST', body: { messages: smsMessages } }, {}],
])('%s is sent as the form would send it', async (_what, json, rest) => {
	const { error } = await run(pasted(json));
	expect(error).toBeUndefined();
	expect(bench.onlyRequest()).toMatchObject({ accepted: true });
	expect(bench.onlyRequest().body).toEqual({
		external_user_ids: ['user-001'],
		messages: smsMessages,
		...rest,
	});
});

test('a dry run without its users can be pasted back', async () => {
	const dry = await run(messageForm({ options: { dryRun: true } }));
	const [{ body }] = jsonOf(dry.output[0]);
	const { external_user_ids: _users, ...content } = body as IDataObject;
	const { error } = await run(pasted({ body: content }));
	expect(error).toBeUndefined();
	expect(bench.onlyRequest().body).toEqual(body);
});

test('stands beside channels of the form, and IDs are trimmed as there', async () => {
	const email = {
		from: 'hello@example.com',
		app_id: ' app-1 ',
		body: '<p>Hi {{${first_name}}}</p>',
	};
	const { error } = await run(pasted({ email }, { ...smsForm, channels: ['sms', 'json'] }));
	expect(error).toBeUndefined();
	expect((bench.onlyRequest().body as IDataObject).messages).toEqual({
		...smsMessages,
		email: { ...email, app_id: 'app-1' },
	});
});

test.each<[string, unknown, Parameters, string]>([
	['users', { external_user_ids: ['a'], messages: smsMessages }, {}, 'holds "external_user_ids"'],
	['recipients', { recipients: [], messages: smsMessages }, {}, 'name the users under Send To'],
	['a schedule', { schedule: {}, messages: smsMessages }, {}, 'Time and Delivery'],
	[
		'a key of the form',
		{ campaign_id: 'a', messages: smsMessages },
		tracked(API_CAMPAIGN),
		"'Messages as JSON' gives the key",
	],
	['an unknown key', { api_key: 'secret', messages: smsMessages }, {}, 'no key of this request'],
	['an unknown channel', { fax: {} }, {}, 'the channel "fax"'],
	['a channel twice', smsMessages, { ...smsForm, channels: ['sms', 'json'] }, 'a second time'],
	[
		'a message that lacks something',
		{ sms: { body: 'Hi' } },
		{},
		"'SMS Subscription Group ID' is empty",
	],
	['a message that is none', { sms: 'Hi' }, {}, 'must be an object'],
	['nothing', {}, {}, "'Messages as JSON' is empty"],
])('refuses %s', async (_what, json, more, words) => {
	const { error } = await run(pasted(json, more));
	expect(shownBy(error)).toContain(words);
	expect(error?.message).not.toContain('secret');
	expect(bench.sandbox.requests).toEqual([]);
});
