import type { IDataObject } from 'n8n-workflow';

import { alias, blueEyes, byEmail, kinds, objects } from './recipientForms.cts';
import { openBench, type Parameters } from './support.cts';

const bench = openBench();

const list = (more: Parameters): Parameters => ({ sendTo: 'userList', ...more });

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
