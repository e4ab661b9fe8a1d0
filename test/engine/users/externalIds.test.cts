import type { IDataObject } from 'n8n-workflow';

import { openStub } from '../stub.cts';
import { jsonOf, pairedOf, toErrorOutput } from '../support.cts';
import { form, messagesOf, openIdentities } from './identities.cts';

const { bench } = openIdentities();
const stub = openStub();

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
			node: toErrorOutput,
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

	test.each<[IDataObject, number[]]>([
		[{}, [0, 1]],
		[{ rename_errors: [[1, 'it is in use']] }, [0, 1]],
		[{ external_ids: ['customer-001'], rename_errors: [[1, 'it is in use']] }, [1]],
	])('an answer with %j does not say that all were renamed', async (answer, failed) => {
		stub.answer = { status: 201, body: { message: 'success', ...answer } };
		const { output } = await bench.run({
			parameters: rename,
			items: [
				{ from: 'user-001', to: 'customer-001' },
				{ from: 'user-002', to: 'customer-002' },
			],
			node: toErrorOutput,
			url: stub.url,
		});
		expect(pairedOf(output[1])).toEqual(failed.map((item) => ({ item })));
	});

	test('only deprecated ones can be removed', async () => {
		await bench.run({ parameters: rename, items: [{ from: 'user-001', to: 'customer-001' }] });
		const { output } = await bench.run({
			parameters: form('removeExternalId', { externalUserId: '={{ $json.id }}' }),
			items: [{ id: 'user-001' }, { id: 'customer-001' }],
			node: toErrorOutput,
		});
		expect(jsonOf(output[0])).toEqual([{ removed: true, external_id: 'user-001' }]);
		expect(messagesOf(output[1])).toContain('external_id is not a deprecated ID');
	});
});
