import type { IDataObject } from 'n8n-workflow';

import { readSeed } from '../../sandbox/seed.cts';
import { jsonOf, NOW, openBench, userId, userItems, type Parameters } from './support.cts';

const seed = readSeed();
const users = Array.from({ length: 130 }, (_, index) => ({
	external_id: userId(index + 1),
	email: `${userId(index + 1)}@example.com`,
}));
const bench = openBench({ now: NOW, seed: { ...seed, users } });

const form = (operation: string, more: Parameters): Parameters => ({
	resource: 'user',
	operation,
	...more,
});

const deletion = (more: Parameters = {}): Parameters =>
	form('delete', { userIdentifier: 'externalUserId', externalUserId: '={{ $json.id }}', ...more });

const continuing = { onError: 'continueErrorOutput' as const };

const messagesOf = (items: unknown): string => JSON.stringify(items);

const lists = () =>
	bench
		.bodies()
		.map((body) =>
			Object.fromEntries(Object.entries(body).map(([list, all]) => [list, (all as []).length])),
		);

describe('Delete', () => {
	test('takes 50 users a request, and tells each item of its own', async () => {
		const { output, error } = await bench.run({
			parameters: deletion({ options: { mostObjects: 120 } }),
			items: userItems(120),
		});
		expect(error).toBeUndefined();
		expect(lists()).toEqual([{ external_ids: 50 }, { external_ids: 50 }, { external_ids: 20 }]);
		expect(jsonOf(output[0])[70]).toEqual({ deleted: true, external_id: userId(71) });
	});

	test('sends one kind of identifier a request', async () => {
		await bench.run({
			parameters: form('delete', {
				userIdentifier: '={{ $json.by }}',
				externalUserId: '={{ $json.id }}',
				email: '={{ $json.email }}',
				brazeId: '={{ $json.braze }}',
				prioritization: ['identified', 'most_recently_updated'],
			}),
			items: [
				{ by: 'externalUserId', id: 'user-001' },
				{ by: 'email', email: 'user-002@example.com' },
				{ by: 'externalUserId', id: 'user-003' },
				{ by: 'brazeId', braze: 'b00000000000000000000004' },
			],
			node: continuing,
		});
		expect(bench.bodies()).toEqual([
			{ external_ids: ['user-001', 'user-003'] },
			{
				email_addresses: [
					{
						email: 'user-002@example.com',
						prioritization: ['identified', 'most_recently_updated'],
					},
				],
			},
			{ braze_ids: ['b00000000000000000000004'] },
		]);
		expect(bench.sandbox.requests.map(({ accepted }) => accepted)).toEqual([true, true, true]);
	});

	test('asks once for a user that two items name, and tells both', async () => {
		const { output } = await bench.run({
			parameters: deletion(),
			items: [{ id: 'user-001' }, { id: 'user-001' }],
		});
		expect(bench.bodies()).toEqual([{ external_ids: ['user-001'] }]);
		expect(jsonOf(output[0])).toEqual([
			{ deleted: true, external_id: 'user-001' },
			{ deleted: true, external_id: 'user-001' },
		]);
	});

	test('asks once for an address in other letters, by which a second time Braze would find the next profile', async () => {
		const parameters = form('delete', {
			userIdentifier: 'email',
			email: '={{ $json.email }}',
			prioritization: ['identified', 'most_recently_updated'],
		});
		const items = ['user-001@example.com', 'USER-001@example.com'].map((email) => ({ email }));
		const { output } = await bench.run({ parameters, items });
		expect(bench.bodies()).toEqual([
			{
				email_addresses: [
					{
						email: 'user-001@example.com',
						prioritization: ['identified', 'most_recently_updated'],
					},
				],
			},
		]);
		expect(jsonOf(output[0]).map(({ deleted }) => deleted)).toEqual([true, true]);
	});

	test('does not say of an unknown user that it was deleted', async () => {
		const alone = await bench.run({ parameters: deletion(), items: [{ id: 'nobody' }] });
		expect(jsonOf(alone.output[0])).toEqual([{ deleted: false, external_id: 'nobody' }]);
		const { output, hints } = await bench.run({
			parameters: deletion(),
			items: [{ id: 'nobody' }, { id: 'user-001' }],
		});
		expect(jsonOf(output[0]).map(({ deleted }) => deleted)).toEqual([null, null]);
		expect(messagesOf(hints)).toContain('queued 1 of 2 users for deletion');
	});

	test('by email needs a rule that decides between profiles, before anything is sent', async () => {
		const byEmail = (prioritization: string | string[]) =>
			bench.run({
				parameters: form('delete', {
					userIdentifier: 'email',
					email: 'user-001@example.com',
					prioritization: prioritization as string[],
				}),
			});
		expect((await byEmail([])).error?.message).toContain("'Prioritization' is empty");
		expect((await byEmail(['identified', 'unidentified'])).error?.message).toContain(
			'both Identified and Unidentified',
		);
		expect((await byEmail(['least_recently_updated'])).error?.message).toContain('cannot be');
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('changes no more than the option allows', async () => {
		const items = userItems(51);
		const { error } = await bench.run({ parameters: deletion(), items });
		expect(error?.message).toContain('would change 51 users for good');
		expect(bench.sandbox.requests).toEqual([]);
		const allowed = await bench.run({
			parameters: deletion({ options: { mostObjects: 51 } }),
			items,
		});
		expect(allowed.error).toBeUndefined();
	});

	test('is repeated after a doubt by an ID, which names one profile', async () => {
		bench.sandbox.faults.use({ script: ['reset-after'] });
		const { output, error } = await bench.run({
			parameters: deletion(),
			items: [{ id: 'user-001' }],
		});
		expect(error).toBeUndefined();
		expect(bench.sandbox.requests).toHaveLength(2);
		// the first of the two deleted it and the second found nobody, which does not prove that nobody was there
		expect(jsonOf(output[0])).toEqual([{ deleted: null, external_id: 'user-001' }]);
	});

	test('is never repeated by email, which may name the next profile by then', async () => {
		bench.sandbox.faults.use({ script: ['reset-after'] });
		const { error } = await bench.run({
			parameters: form('delete', {
				userIdentifier: 'email',
				email: 'user-001@example.com',
				prioritization: ['most_recently_updated'],
			}),
		});
		expect(bench.sandbox.requests).toHaveLength(1);
		expect(error?.message).toContain('may have been written');
	});
});

describe('Merge', () => {
	const merge = (more: Parameters = {}): Parameters =>
		form('merge', {
			mergeUserIdentifier: 'externalUserId',
			mergeExternalUserId: '={{ $json.from }}',
			keepUserIdentifier: 'externalUserId',
			keepExternalUserId: '={{ $json.to }}',
			...more,
		});

	test('keeps a chain apart: each link waits for the one before', async () => {
		await bench.run({
			parameters: merge(),
			items: [
				{ from: 'user-001', to: 'user-002' },
				{ from: 'user-010', to: 'user-011' },
				{ from: 'user-002', to: 'user-003' },
			],
		});
		const named = bench
			.bodies()
			.map(({ merge_updates: updates }) =>
				(updates as IDataObject[]).map(
					({ identifier_to_merge: merged }) => (merged as IDataObject).external_id,
				),
			);
		expect(named).toEqual([['user-001', 'user-010'], ['user-002']]);
	});

	test('happens after the answer', async () => {
		const { output } = await bench.run({
			parameters: merge(),
			items: [{ from: 'user-001', to: 'user-002' }],
		});
		expect(jsonOf(output[0])).toEqual([
			{
				message: 'success',
				queued: true,
				identifier_to_merge: { external_id: 'user-001' },
				identifier_to_keep: { external_id: 'user-002' },
			},
		]);
		const known = async (id: string) =>
			(await fetch(`${bench.sandbox.url}/sandbox/users/${id}`)).ok;
		expect(await known('user-001')).toBe(true);
		bench.sandbox.clock.advance(1000);
		expect(await known('user-001')).toBe(false);
		expect(await known('user-002')).toBe(true);
	});

	test('of a profile into itself is refused', async () => {
		const { error } = await bench.run({
			parameters: merge(),
			items: [{ from: 'user-001', to: 'user-001' }],
		});
		expect(error?.message).toContain("'Keep' names the profile that is to merge");
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('of a profile into itself is refused where only the letters of its address differ', async () => {
		const byEmail = (name: string, email: string) => ({
			[`${name}UserIdentifier`]: 'email',
			[`${name}Email`]: email,
			[`${name}Prioritization`]: ['identified'],
		});
		const { error } = await bench.run({
			parameters: merge({
				...byEmail('merge', 'user-001@example.com'),
				...byEmail('keep', 'USER-001@example.com'),
			}),
		});
		expect(error?.message).toContain("'Keep' names the profile that is to merge");
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('by email is not repeated after a doubt', async () => {
		bench.sandbox.faults.use({ script: ['504-after'] });
		const { error } = await bench.run({
			parameters: merge({
				mergeUserIdentifier: 'email',
				mergeEmail: 'user-001@example.com',
				mergePrioritization: ['unidentified'],
			}),
			items: [{ to: 'user-002' }],
		});
		expect(bench.sandbox.requests).toHaveLength(1);
		expect(error?.message).toContain('may have been written');
	});
});

describe('External IDs', () => {
	const rename = form('renameExternalId', {
		currentExternalId: '={{ $json.from }}',
		newExternalId: '={{ $json.to }}',
	});

	test('an ID that Braze does not rename fails its item alone, in its words', async () => {
		const { output } = await bench.run({
			parameters: rename,
			items: [
				{ from: 'user-001', to: 'customer-001' },
				{ from: 'user-002', to: 'user-003' },
				{ from: 'nobody', to: 'customer-003' },
			],
			node: continuing,
		});
		expect(bench.sandbox.requests).toHaveLength(1);
		expect(jsonOf(output[0])).toEqual([
			{ renamed: true, current_external_id: 'user-001', new_external_id: 'customer-001' },
		]);
		expect(output[1]).toHaveLength(2);
		expect(messagesOf(output[1][0])).toContain('new_external_id is already in use');
		expect(messagesOf(output[1][1])).toContain('current_external_id does not exist');
	});

	test('an ID that one item frees for another goes in the next request', async () => {
		const { output, error } = await bench.run({
			parameters: rename,
			items: [
				{ from: 'user-001', to: 'customer-001' },
				{ from: 'customer-001', to: 'customer-002' },
			],
		});
		expect(error).toBeUndefined();
		expect(bench.sandbox.requests).toHaveLength(2);
		expect(output[0]).toHaveLength(2);
	});

	test('a rename is not repeated after a doubt, since the repeat would be refused', async () => {
		bench.sandbox.faults.use({ script: ['reset-after'] });
		const { error } = await bench.run({
			parameters: rename,
			items: [{ from: 'user-001', to: 'customer-001' }],
		});
		expect(bench.sandbox.requests).toHaveLength(1);
		expect(error?.message).toContain('may have been written');
	});

	test('only deprecated ones can be removed', async () => {
		await bench.run({ parameters: rename, items: [{ from: 'user-001', to: 'customer-001' }] });
		const { output } = await bench.run({
			parameters: form('removeExternalId', { externalUserId: '={{ $json.id }}' }),
			items: [{ id: 'user-001' }, { id: 'customer-001' }],
			node: continuing,
		});
		expect(jsonOf(output[0])).toEqual([{ removed: true, external_id: 'user-001' }]);
		expect(messagesOf(output[1])).toContain('external_id is not a deprecated ID');
	});
});

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
			node: continuing,
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
