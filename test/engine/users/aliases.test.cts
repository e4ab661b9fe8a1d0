import type { IDataObject } from 'n8n-workflow';

import { jsonOf, toErrorOutput } from '../support.cts';
import { form, messagesOf, openIdentities } from './identities.cts';

const { bench, lists } = openIdentities();

describe('Aliases and Identify', () => {
	const identify = form('identify', {
		externalUserId: '={{ $json.id }}',
		userIdentifier: 'userAlias',
		aliasName: '={{ $json.session }}',
		aliasLabel: 'session',
	});

	test('an entry that Braze leaves out fails its item alone', async () => {
		const { output } = await bench.run({
			parameters: identify,
			items: [
				{ id: 'user-001', session: 's-1' },
				{ id: 'invalid-user-001', session: 's-2' },
			],
			node: toErrorOutput,
		});
		expect(jsonOf(output[0])).toHaveLength(1);
		expect(output[1]).toHaveLength(1);
		expect(messagesOf(output[1])).toContain('provided external_id is blacklisted and disallowed');
	});

	test('a profile that has only an alias becomes the user', async () => {
		await bench.run({
			parameters: form('createAlias', {
				aliasName: 's-1',
				aliasLabel: 'session',
				aliasOf: 'newProfile',
			}),
		});
		expect(bench.bodies()).toEqual([
			{ user_aliases: [{ alias_name: 's-1', alias_label: 'session' }] },
		]);
		await bench.run({ parameters: identify, items: [{ id: 'customer-1', session: 's-1' }] });
		const { user } = (await (
			await fetch(`${bench.sandbox.url}/sandbox/users/customer-1`)
		).json()) as { user: IDataObject };
		expect(user.user_aliases).toEqual([{ alias_name: 's-1', alias_label: 'session' }]);
	});

	test('an external ID that an expression lost creates no profile', async () => {
		const { error } = await bench.run({
			parameters: form('createAlias', {
				aliasName: 'c-1',
				aliasLabel: 'customer_number',
				aliasOf: 'existingUser',
				externalUserId: '={{ $json.nothing }}',
			}),
		});
		expect(error?.message).toContain("'External User ID' is empty");
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('a name that one update gives is not taken by another of the same request', async () => {
		await bench.run({
			parameters: form('updateAlias', {
				aliasLabel: 'shop',
				oldAliasName: '={{ $json.from }}',
				newAliasName: '={{ $json.to }}',
			}),
			items: [
				{ from: 'a', to: 'b' },
				{ from: 'b', to: 'c' },
				{ from: 'x', to: 'y' },
			],
		});
		expect(lists()).toEqual([{ alias_updates: 2 }, { alias_updates: 1 }]);
	});
});
