import type { IDataObject } from 'n8n-workflow';

import { openStub } from '../stub.cts';
import { failuresIn, jsonOf, toErrorOutput, userItems } from '../support.cts';
import { openAttributes } from './attributes.cts';
import { fieldsForm, upsertForm } from './forms.cts';

const { bench, run, attributes } = openAttributes();
const stub = openStub();

const group = (id: string, state: string): IDataObject => ({
	subscription_group_id: id,
	subscription_state: state,
});
const GROUPS = [1, 2, 3].map((digit) => `5b000000-0000-4000-8000-00000000000${digit}`);

describe('lists that change what they name and leave the rest', () => {
	test('go together where several items are about one user, the later one of the same group', async () => {
		const [first, second, third] = GROUPS;
		const items = [
			[group(first, 'subscribed'), group(second, 'subscribed')],
			[group(third, 'subscribed')],
			[group(second.toUpperCase(), 'unsubscribed')],
		].map((groups) => ({ id: 'user-001', subscription_groups: groups }));
		await run(fieldsForm(), items);
		expect(attributes()).toEqual([
			{
				external_id: 'user-001',
				subscription_groups: [
					group(first, 'subscribed'),
					group(third, 'subscribed'),
					group(second.toUpperCase(), 'unsubscribed'),
				],
			},
		]);
	});

	test('push tokens too, each once', async () => {
		const tokens = ['one', 'two', 'one'].map((token) => ({ app_id: 'app-1', token }));
		stub.answer = { status: 201, body: { message: 'success', attributes_processed: 1 } };
		await bench.run({
			parameters: fieldsForm(),
			items: tokens.map((token) => ({ id: 'user-001', push_tokens: [token] })),
			url: stub.url,
		});
		expect(stub.asked.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
			{ attributes: [{ external_id: 'user-001', push_tokens: [tokens[1], tokens[0]] }] },
		]);
	});

	test('while a list of texts is replaced', async () => {
		const items = [['a'], ['b']].map((tags) => ({ id: 'user-001', tags }));
		await run(fieldsForm(), items);
		expect(attributes()).toEqual([{ external_id: 'user-001', tags: ['b'] }]);
	});

	test('and a group in one list twice is refused', async () => {
		const [id] = GROUPS;
		const { error } = await run(
			upsertForm({
				attributesSource: 'json',
				attributesJson: '={{ { subscription_groups: $json.g } }}',
			}),
			[{ id: 'user-001', g: [group(id, 'subscribed'), group(id.toUpperCase(), 'unsubscribed')] }],
		);
		expect(error?.message).toContain(`names the group "${id}" twice`);
		expect(bench.sandbox.requests).toEqual([]);
	});
});

test('an answer with something else in place of the states gives none', async () => {
	stub.answer = { status: 200, body: { message: 'success', status: 'Subscribed' } };
	const { output } = await bench.run({
		parameters: {
			resource: 'subscriptionGroup',
			operation: 'getStatus',
			subscriptionGroupId: GROUPS[0],
			userIdentifier: 'externalUserId',
			externalUserId: '={{ $json.id }}',
		},
		items: userItems(2),
		url: stub.url,
		node: toErrorOutput,
	});
	expect(jsonOf(output[0])).toEqual([]);
	expect(failuresIn(output[1])).toHaveLength(2);
});
