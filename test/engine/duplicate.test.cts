import { byId, CANVAS, jsonOf, openBench, TRIGGERED_CAMPAIGN } from './support.cts';

const bench = openBench();

test.each([
	['campaign', { campaignId: byId(TRIGGERED_CAMPAIGN) }],
	['canvas', { canvasId: byId(CANVAS) }],
])('a copy of a %s is never made twice', async (resource, more) => {
	bench.sandbox.faults.use({ script: [{ kind: 'reset-after' }] });
	const parameters = { resource, operation: 'duplicate', name: 'The copy', ...more };
	const { error } = await bench.run({ parameters });
	expect(error?.message).toContain('may have been written');
	expect(bench.sandbox.requests).toHaveLength(1);
	const listed = await bench.run({
		parameters: { resource, operation: 'getAll', returnAll: true },
	});
	const copies = jsonOf(listed.output[0]).filter(({ name }) => name === 'The copy');
	expect(copies).toHaveLength(1);
});
