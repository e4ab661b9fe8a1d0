import { failuresIn, messageForm, openBench, toErrorOutput, userItems } from './support.cts';

const bench = openBench();

/** Switches that keep something from being sent, or from being sent again. */
const switches: Array<[string, string]> = [
	['dryRun', 'Dry Run'],
	['skipEqualMessages', 'Skip Equal Messages'],
	['repeatForEachItem', 'Repeat for Each Item'],
];

test.each(switches)('%s that an expression leaves empty is not off', async (name, label) => {
	for (const nothing of ['={{ $json.missing }}', '={{ null }}', '={{ "" }}']) {
		const { output } = await bench.run({
			parameters: messageForm({ options: { [name]: nothing } }),
			items: userItems(2),
			node: toErrorOutput,
		});
		const [first, second] = failuresIn(output[1]);
		expect(first).toContain(`'${label}' is empty`);
		expect(second).toContain(`'${label}' is empty`);
	}
	expect(bench.sandbox.requests).toEqual([]);
});
