import { jsonOf, NOW, openBench } from '../engine/support.cts';
import { openStub } from '../engine/stub.cts';
import { namedOperations, sampleOf } from '../samples/sample.cts';

const bench = openBench({ now: NOW });
const stub = openStub();

/** What each operation without pages is documented to answer with, besides a message. */
const documented: Record<string, string> = {
	'campaign.getLinks': 'link_data',
	'canvas.getLinks': 'link_data',
	'canvas.getSummary': 'data',
	'catalogItem.get': 'items',
	'mediaAsset.replace': 'new_image_asset',
	'mediaAsset.upload': 'new_assets',
	'scheduledBroadcast.getAll': 'scheduled_broadcasts',
	'sdkAuthenticationKey.delete': 'keys',
	'sdkAuthenticationKey.getAll': 'keys',
	'sdkAuthenticationKey.setPrimary': 'keys',
};

/** Runs the sample of an operation against one answer. */
async function answered(name: string, value: unknown) {
	const [, operation] = namedOperations.find(([each]) => each === name) ?? [];
	if (!operation) throw new Error(`there is no operation ${name}`);
	const { form, items = [{}] } = sampleOf(operation);
	stub.answer = { status: 200, body: { message: 'success', [documented[name]]: value } };
	return await bench.run({
		parameters: {
			resource: operation.resource,
			operation: operation.value,
			...form,
			options: { maxAttempts: 1 },
		},
		items: items.slice(0, 1),
		url: stub.url,
	});
}

test.each(Object.entries(documented))(
	'%s takes something else under %s for no success',
	async (name, key) => {
		const isObject = ['data', 'new_image_asset'].includes(key);
		for (const value of ['none', 7, isObject ? [] : {}]) {
			const { error } = await answered(name, value);
			expect(error?.message).toContain(`'${key}'`);
		}
	},
);

test('an item of a catalog that is there is in the answer', async () => {
	const { error } = await answered('catalogItem.get', []);
	expect(error?.message).toContain("with an empty list under 'items'");
});

test('a list of links may be empty', async () => {
	const { output, error } = await answered('campaign.getLinks', []);
	expect([error, jsonOf(output[0])]).toEqual([undefined, []]);
});
