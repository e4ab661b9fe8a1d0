import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { credentialsFor } from '../../engine/brazeNode.cts';
import { runBraze } from '../../engine/engine.cts';
import { failuresIn, FULL_KEY, messageForm, openBench, toErrorOutput } from './support.cts';

const bench = openBench();

const run = async (
	of: ICredentialDataDecryptedObject,
	more: Array<Record<string, string>>,
	node = {},
) =>
	await runBraze({
		parameters: messageForm(),
		items: more.map((each, index) => ({ id: `user-00${index + 1}`, key: FULL_KEY, ...each })),
		credentials: { brazeApi: { ...credentialsFor(bench.sandbox.url, FULL_KEY).brazeApi, ...of } },
		node,
	});

const byItem = { apiKey: '={{ $json.key ?? "sandbox-full-access-key" }}' };
const other = { key: 'key-of-another-workspace' };

test.each([
	['the second of two', byItem, [{}, other], 1],
	['one in the middle', byItem, [{}, other, {}], 1],
	['the last, whose expression fails at what is not there', byItem, [{}, {}, other], 2],
	[
		'another instance',
		{ customUrl: '={{ $json.url || "http://127.0.0.1:1" }}' },
		[{ url: 'x' }, {}],
		1,
	],
] as const)('%s would go elsewhere: nothing leaves', async (_what, of, items, item) => {
	const { error } = await run(of, [...items]);
	expect(error?.message).toContain(`gives item ${item} something else than item 0`);
	const { output } = await run(of, [...items], toErrorOutput);
	const words = error?.message.replace('Item 0: ', '');
	expect(failuresIn(output[1])).toEqual(items.map((_each, index) => `Item ${index}: ${words}`));
	expect(bench.sandbox.requests).toHaveLength(0);
});

test.each([
	['the same for every item', byItem, [{}, {}, {}]],
	['of the first item', { apiKey: '={{ $("Source").first().json.key }}' }, [{}, other, {}]],
	['of no item', { apiKey: '={{ "sandbox-full" + "-access-key" }}' }, [{}, {}]],
	['of the only item', { apiKey: '={{ $json.key }}' }, [{}]],
] as const)('an expression that is %s sends', async (_what, of, items) => {
	const { error } = await run(of, [...items]);
	expect(error).toBeUndefined();
	expect(bench.sandbox.deliveries).toHaveLength(items.length);
});
