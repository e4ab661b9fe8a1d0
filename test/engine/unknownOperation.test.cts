import {
	campaignForm,
	failuresIn,
	openBench,
	shownBy,
	userItems,
	toErrorOutput,
} from './support.cts';

const bench = openBench();

test('what an agent or a person chose wrongly fails item by item where the node continues', async () => {
	const { output, error } = await bench.run({
		parameters: { resource: '__CUSTOM_API_CALL__' },
		items: userItems(2),
		node: toErrorOutput,
	});
	expect(error).toBeUndefined();
	expect(output[0]).toEqual([]);
	expect(failuresIn(output[1])[1]).toMatch(
		/^Item 1: Custom API Call is made with the HTTP Request/,
	);
});

test('a custom API call names the HTTP Request node though other parameters are missing', async () => {
	const { error } = await bench.run({ parameters: { resource: '__CUSTOM_API_CALL__' } });
	expect(shownBy(error)).toMatch(/HTTP Request node/);
});

test.each([
	['campaignTrigger', 'sendd', 'The resource "campaignTrigger" has no operation "sendd"'],
	['nothing', 'send', 'There is no resource "nothing"'],
])('%s: %s is told to be none', async (resource, operation, words) => {
	const { error } = await bench.run({ parameters: { ...campaignForm(), resource, operation } });
	expect(shownBy(error)).toContain(words);
});
