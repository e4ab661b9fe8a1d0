import { jsonOf, userId, userItems, type Parameters, toErrorOutput } from '../support.cts';
import { form, messagesOf, openIdentities } from './identities.cts';

const { bench, lists } = openIdentities();

const deletion = (more: Parameters = {}): Parameters =>
	form('delete', { userIdentifier: 'externalUserId', externalUserId: '={{ $json.id }}', ...more });

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
			node: toErrorOutput,
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
