import type { IDataObject } from 'n8n-workflow';

import {
	ALL_USERS,
	byId,
	jsonOf,
	MEMBERS,
	messageForm,
	openBench,
	smsMessages,
	type Parameters,
	tracked,
	shownBy,
} from './support.cts';

const bench = openBench();

const alias = (number: number): IDataObject => ({
	alias_name: `alias-00${number}`,
	alias_label: 'shop',
});
const blueEyes = {
	custom_attribute: { custom_attribute_name: 'eye_color', comparison: 'equals', value: 'blue' },
};
const blueEyesAsJson = { audience: 'json', audienceJson: JSON.stringify(blueEyes) };

const list = (more: Parameters): Parameters => ({ sendTo: 'userList', ...more });
const aliasRow = (name: string, label: string) => ({ aliasName: name, aliasLabel: label });

const namings: Array<[string, Parameters, IDataObject[], IDataObject]> = [
	['each item by external user ID', {}, [{ id: 'a' }], { external_user_ids: ['a'] }],
	['a number as external user ID', {}, [{ id: 4711 }], { external_user_ids: ['4711'] }],
	[
		'each item by alias',
		{ userIdentifier: 'userAlias', aliasName: '={{ $json.name }}', aliasLabel: 'shop' },
		[{ name: 'alias-001' }, { name: 'alias-002' }],
		{ user_aliases: [alias(1), alias(2)] },
	],
	[
		'a list as text with commas',
		list({ externalUserIds: ' a, b ,,c' }),
		[{}],
		{ external_user_ids: ['a', 'b', 'c'] },
	],
	[
		'a list as text with line breaks',
		list({ externalUserIds: 'a\nb\n' }),
		[{}],
		{ external_user_ids: ['a', 'b'] },
	],
	[
		'a list as JSON text',
		list({ externalUserIds: '["a", "b, c"]' }),
		[{}],
		{ external_user_ids: ['a', 'b, c'] },
	],
	[
		'a list from an expression',
		list({ externalUserIds: '={{ $json.ids }}' }),
		[{ ids: ['a', 7] }],
		{ external_user_ids: ['a', '7'] },
	],
	[
		'a list with a user twice',
		list({ externalUserIds: 'a, b, a' }),
		[{}],
		{ external_user_ids: ['a', 'b'] },
	],
	[
		'a list of aliases',
		list({ userAliases: { alias: [aliasRow('alias-001', 'shop')] } }),
		[{}],
		{ user_aliases: [alias(1)] },
	],
	[
		'a list of aliases as JSON',
		list({ userAliasesJson: '={{ $json.aliases }}' }),
		[{ aliases: [alias(1), alias(2)] }],
		{ user_aliases: [alias(1), alias(2)] },
	],
	[
		'external user IDs and aliases together',
		list({
			externalUserIds: 'a',
			userAliases: { alias: [aliasRow('alias-001', 'shop')] },
			userAliasesJson: JSON.stringify([alias(2)]),
		}),
		[{}],
		{ external_user_ids: ['a'], user_aliases: [alias(1), alias(2)] },
	],
	[
		'those of the named users who are in a segment',
		list({ externalUserIds: 'user-001', additionalFields: { segmentId: byId(MEMBERS) } }),
		[{}],
		{ external_user_ids: ['user-001'], segment_id: MEMBERS },
	],
	[
		'those of the named users whom an audience fits',
		{ ...blueEyesAsJson },
		[{ id: 'user-001' }],
		{ external_user_ids: ['user-001'], audience: blueEyes },
	],
	[
		'named users, a segment and an audience at once',
		{ additionalFields: { segmentId: byId(MEMBERS) }, ...blueEyesAsJson },
		[{ id: 'user-001' }],
		{ external_user_ids: ['user-001'], segment_id: MEMBERS, audience: blueEyes },
	],
	[
		'a whole segment',
		{ sendTo: 'audience', segmentId: byId(ALL_USERS), broadcast: true },
		[{}],
		{ segment_id: ALL_USERS, broadcast: true },
	],
	[
		'a whole audience',
		{ sendTo: 'audience', broadcast: true, ...blueEyesAsJson },
		[{}],
		{ audience: blueEyes, broadcast: true },
	],
	[
		'an audience without the switch, as some of the examples of Braze do',
		{ sendTo: 'audience', broadcast: false, ...blueEyesAsJson },
		[{}],
		{ audience: blueEyes, broadcast: false },
	],
	[
		'a segment narrowed by an audience',
		{ sendTo: 'audience', segmentId: byId(MEMBERS), broadcast: true, ...blueEyesAsJson },
		[{}],
		{ segment_id: MEMBERS, audience: blueEyes, broadcast: true },
	],
	[
		'further settings of the request',
		{
			smsFields: { messageVariationId: byId('sms-108') },
			...tracked('c0000000-0000-4000-8000-000000000001', {
				sendId: 'sandbox-send-001',
				recipientSubscriptionState: 'all',
				overrideFrequencyCapping: true,
			}),
		},
		[{ id: 'a' }],
		{
			external_user_ids: ['a'],
			campaign_id: 'c0000000-0000-4000-8000-000000000001',
			send_id: 'sandbox-send-001',
			recipient_subscription_state: 'all',
			override_frequency_capping: true,
			messages: { sms: { ...smsMessages.sms, message_variation_id: 'sms-108' } },
		},
	],
];

test.each(namings)('%s', async (_name, form, items, body) => {
	const { output, error } = await bench.run({ parameters: messageForm(form), items });
	expect(error).toBeUndefined();
	expect(bench.onlyRequest()).toMatchObject({ path: '/messages/send', accepted: true });
	expect(bench.onlyRequest().body).toEqual({ messages: smsMessages, ...body });
	expect(output[0]).toHaveLength(items.length);
	expect(jsonOf(output[0])[0]).toMatchObject({ message: 'success' });
});

const refusals: Array<[string, Parameters, IDataObject, string]> = [
	['no ID', {}, {}, "'External User ID' is empty"],
	['an empty ID', {}, { id: '' }, "'External User ID' is empty"],
	['an object as ID', {}, { id: { a: 1 } }, "'External User ID' must be text but is an object"],
	['an ID over 987 bytes', {}, { id: 'ä'.repeat(494) }, 'has 988 bytes'],
	[
		'an alias without its label',
		{ userIdentifier: 'userAlias', aliasName: 'a', aliasLabel: '={{ $json.label }}' },
		{},
		"'Alias Label' is empty",
	],
	[
		'an alias name over 236 bytes',
		{ userIdentifier: 'userAlias', aliasName: '={{ $json.name }}', aliasLabel: 'shop' },
		{ name: 'x'.repeat(237) },
		'has 237 bytes',
	],
	[
		'an alias in JSON without its label',
		list({ userAliasesJson: '[{ "alias_name": "a" }]' }),
		{},
		'Alias Label',
	],
	['a list without users', list({ externalUserIds: '={{ $json.ids }}' }), { ids: [] }, 'is empty'],
	['a list that does not parse', list({ externalUserIds: '["a"' }), {}, 'does not parse as JSON'],
	['nobody', { sendTo: 'audience', broadcast: false }, {}, "'Send To' names nobody"],
	[
		'a segment without the switch',
		{ sendTo: 'audience', segmentId: byId(MEMBERS), broadcast: false },
		{},
		"'Broadcast' is off",
	],
	[
		'a broadcast to named users',
		{ additionalFields: { additionalJson: '{ "broadcast": true }' } },
		{ id: 'a' },
		"'Broadcast' is on while users are named",
	],
	[
		'users beside those under Send To',
		{ additionalFields: { additionalJson: '{ "external_user_ids": ["b"] }' } },
		{ id: 'a' },
		'names users',
	],
];

test.each(refusals)('%s is refused before anything is sent', async (_name, form, item, words) => {
	const { error, output } = await bench.run({ parameters: messageForm(form), items: [item] });
	expect(error?.message).toMatch(/^Item 0: /);
	expect(shownBy(error)).toContain(words);
	expect(output).toEqual([]);
	expect(bench.bodies()).toEqual([]);
});

test('a broadcast without a segment or an audience is refused', async () => {
	const { error } = await bench.run({
		parameters: messageForm({ sendTo: 'audience', broadcast: true }),
	});
	expect(error?.message).toBeDefined();
	expect(bench.sandbox.deliveries).toEqual([]);
});
