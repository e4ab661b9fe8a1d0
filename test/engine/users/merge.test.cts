import type { IDataObject } from 'n8n-workflow';

import { jsonOf, type Parameters } from '../support.cts';
import { form, openIdentities } from './identities.cts';

const { bench } = openIdentities();

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
