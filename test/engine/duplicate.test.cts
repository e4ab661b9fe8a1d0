import { openStub } from './stub.cts';
import { byId, CANVAS, jsonOf, openBench, TRIGGERED_CAMPAIGN } from './support.cts';

const bench = openBench();
const stub = openStub();

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

test.each([
	['nothing', undefined],
	['an empty object', {}],
	['a message', { message: 'success' }],
])('what Braze answers is not documented beyond 202: %s is a success', async (_what, body) => {
	stub.answer = { status: 202, body };
	const parameters = {
		resource: 'campaign',
		operation: 'duplicate',
		name: 'The copy',
		campaignId: byId(TRIGGERED_CAMPAIGN),
	};
	const { output, error } = await bench.run({ parameters, url: stub.url });
	expect(error).toBeUndefined();
	expect(jsonOf(output[0])).toEqual([{ ...body, queued: true }]);
});
