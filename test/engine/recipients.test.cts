import type { IDataObject } from 'n8n-workflow';

import {
	campaignForm,
	canvasForm,
	CANVAS,
	openBench,
	shownBy,
	TRIGGERED_CAMPAIGN,
	type Parameters,
} from './support.cts';

const bench = openBench();

const kinds = [
	{
		kind: 'campaign',
		form: campaignForm,
		path: '/campaigns/trigger/send',
		own: { campaign_id: TRIGGERED_CAMPAIGN },
		key: 'trigger_properties',
	},
	{
		kind: 'Canvas',
		form: canvasForm,
		path: '/canvas/trigger/send',
		own: { canvas_id: CANVAS },
		key: 'context',
	},
];

const alias = { alias_name: 'alias-001', alias_label: 'shop' };
const blueEyes = {
	custom_attribute: { custom_attribute_name: 'eye_color', comparison: 'equals', value: 'blue' },
};
const list = (more: Parameters): Parameters => ({ sendTo: 'userList', ...more });
const objects = (recipients: unknown): Parameters => ({
	sendTo: 'recipientObjects',
	recipients: typeof recipients === 'string' ? recipients : JSON.stringify(recipients),
});

const byEmail: Parameters = {
	userIdentifier: 'email',
	email: '={{ $json.email }}',
	prioritization: ['unidentified', 'most_recently_updated'],
};

const namings: Array<[string, Parameters, IDataObject, IDataObject]> = [
	['external user ID', {}, { id: 'a' }, { recipients: [{ external_user_id: 'a' }] }],
	[
		'alias',
		{ userIdentifier: 'userAlias', aliasName: '={{ $json.name }}', aliasLabel: 'shop' },
		{ name: 'alias-001' },
		{ recipients: [{ user_alias: alias }] },
	],
	[
		'email with prioritization in the order chosen',
		byEmail,
		{ email: 'user-001@example.com' },
		{
			recipients: [
				{
					email: 'user-001@example.com',
					prioritization: ['unidentified', 'most_recently_updated'],
				},
			],
		},
	],
	[
		'email with the default prioritization',
		{ userIdentifier: 'email', email: '={{ $json.email }}' },
		{ email: 'user-001@example.com' },
		{
			recipients: [
				{ email: 'user-001@example.com', prioritization: ['identified', 'most_recently_updated'] },
			],
		},
	],
	[
		'Braze ID',
		{ userIdentifier: 'brazeId', brazeId: '={{ $json.braze }}' },
		{ braze: 'b00000000000000000000001' },
		{ recipients: [{ braze_id: 'b00000000000000000000001' }] },
	],
	[
		'a list of IDs and aliases',
		list({ externalUserIds: 'a, b', userAliasesJson: JSON.stringify([alias]) }),
		{},
		{
			recipients: [{ external_user_id: 'a' }, { external_user_id: 'b' }, { user_alias: alias }],
		},
	],
	[
		'recipient objects as JSON',
		objects([{ external_user_id: 'a', send_to_existing_only: true }, { user_alias: alias }]),
		{},
		{
			recipients: [{ external_user_id: 'a', send_to_existing_only: true }, { user_alias: alias }],
		},
	],
	[
		'recipient objects from an expression',
		objects('={{ $json.users }}'),
		{ users: [{ external_user_id: 'a', attributes: { city: 'Bonn' } }] },
		{ recipients: [{ external_user_id: 'a', attributes: { city: 'Bonn' } }] },
	],
	['everyone in its audience', { sendTo: 'audience', broadcast: true }, {}, { broadcast: true }],
	[
		'an audience',
		{
			sendTo: 'audience',
			broadcast: true,
			audience: 'json',
			audienceJson: JSON.stringify(blueEyes),
		},
		{},
		{ broadcast: true, audience: blueEyes },
	],
	[
		'those of the named users whom an audience fits',
		{ audience: 'json', audienceJson: JSON.stringify(blueEyes) },
		{ id: 'user-001' },
		{ recipients: [{ external_user_id: 'user-001' }], audience: blueEyes },
	],
];

describe.each(kinds)('a $kind is triggered for', ({ form, path, own }) => {
	test.each(namings)('%s', async (_name, more, item, body) => {
		const { error } = await bench.run({ parameters: form(more), items: [item] });
		expect(error).toBeUndefined();
		expect(bench.onlyRequest()).toMatchObject({ path, accepted: true, notes: [] });
		expect(bench.onlyRequest().body).toEqual({ ...own, ...body });
	});
});

describe.each(kinds)('recipient objects of a $kind', ({ form, own, key }) => {
	test('carry their own properties', async () => {
		const recipients = [{ external_user_id: 'a', [key]: { order: { id: 1 } } }];
		await bench.run({ parameters: form(objects(recipients)) });
		expect(bench.onlyRequest().body).toEqual({ ...own, recipients });
	});
});

describe.each(kinds)('attributes of the users of a $kind', ({ form }) => {
	const recipientOf = async (more: Parameters, item: IDataObject = {}): Promise<unknown> => {
		const { error } = await bench.run({ parameters: form(more), items: [{ id: 'a', ...item }] });
		expect(error).toBeUndefined();
		expect(bench.onlyRequest().accepted).toBe(true);
		return (bench.onlyRequest().body as { recipients: unknown[] }).recipients[0];
	};

	test('are written to existing users by default', async () => {
		const attributes = { attributesSource: 'json', attributesJson: '{ "city": "Bonn" }' };
		expect(await recipientOf(attributes)).toEqual({
			external_user_id: 'a',
			attributes: { city: 'Bonn' },
			send_to_existing_only: true,
		});
	});

	test('create users where that is asked for', async () => {
		const more = {
			attributesSource: 'selectedInputFields',
			attributesInputFields: 'city',
			sendToExistingOnly: false,
		};
		expect(await recipientOf(more, { city: 'Bonn' })).toEqual({
			external_user_id: 'a',
			attributes: { city: 'Bonn' },
			send_to_existing_only: false,
		});
	});

	test('are left out with the switch where there are none', async () => {
		expect(await recipientOf({ attributesSource: 'none' })).toEqual({ external_user_id: 'a' });
	});
});

const wrong: Array<[string, Parameters, IDataObject, string]> = [
	['no identifier in a recipient object', objects([{ attributes: {} }]), {}, 'is missing'],
	[
		'two identifiers in one recipient',
		objects([{ external_user_id: 'a', braze_id: 'b' }]),
		{},
		'is given 2 times',
	],
	['an email without prioritization', objects([{ email: 'a@example.com' }]), {}, 'Prioritization'],
	[
		'an empty prioritization',
		{ ...byEmail, prioritization: '={{ [] }}' },
		{ email: 'a@example.com' },
		'Prioritization',
	],
	[
		'identified and unidentified at once',
		{ ...byEmail, prioritization: ['identified', 'unidentified'] },
		{ email: 'a@example.com' },
		'has both Identified and Unidentified',
	],
	[
		'an unknown prioritization',
		objects([{ email: 'a@example.com', prioritization: ['newest'] }]),
		{},
		'cannot be "newest"',
	],
	['a text that is no address', byEmail, { email: 'a at example' }, 'Enter one address'],
	[
		'a new user without attributes',
		objects([{ external_user_id: 'a', send_to_existing_only: false }]),
		{},
		"Attributes' are empty",
	],
	[
		'a new user by alias',
		objects([{ user_alias: alias, send_to_existing_only: false, attributes: { city: 'x' } }]),
		{},
		'cannot be off for a user alias',
	],
	[
		'a user twice with different content',
		objects([
			{ external_user_id: 'a', attributes: { x: 1 } },
			{ external_user_id: 'a', attributes: { x: 2 } },
		]),
		{},
		'name the same user twice with different content',
	],
	['a recipient that is no object', objects(['a']), {}, 'must be an object'],
	[
		'recipients that are no list',
		objects('{ "external_user_id": "a" }'),
		{},
		'must be a JSON list',
	],
	['recipients that do not parse', objects('[{]'), {}, 'does not parse as JSON'],
	['an empty list of recipients', objects('[]'), {}, "'Recipients' is empty"],
	[
		'an empty list of recipients beside an audience, which would reach all of it',
		{ ...objects('={{ [] }}'), audience: 'json', audienceJson: JSON.stringify(blueEyes) },
		{},
		"'Recipients' is empty",
	],
	['nobody and no broadcast', { sendTo: 'audience', broadcast: false }, {}, 'names nobody'],
];

describe.each(kinds)('a $kind refuses before sending', ({ form }) => {
	test.each(wrong)('%s', async (_name, more, item, words) => {
		const { error } = await bench.run({ parameters: form(more), items: [item] });
		expect(error?.message).toMatch(/^Item 0: /);
		expect(shownBy(error)).toContain(words);
		expect(bench.bodies()).toEqual([]);
	});
});

test('an unknown way to name users does not reach the whole audience', async () => {
	const { error } = await bench.run({
		parameters: campaignForm({
			sendTo: '={{ "someone" }}',
			aliasName: 'a',
			aliasLabel: 'b',
			recipientTriggerPropertiesInputFields: 'a',
			attributesInputFields: 'a',
			audience: 'json',
			audienceJson: JSON.stringify(blueEyes),
		}),
	});
	expect(error?.message).toContain('\'Send To\' cannot be "someone"');
	expect(bench.bodies()).toEqual([]);
});
