import { openStub } from './stub.cts';
import { byId, INTEGRATION, openBench, shownBy } from './support.cts';

const bench = openBench();
const stub = openStub();

const form = (operation: string) => ({
	resource: 'dataIngestion',
	operation,
	integrationId: byId(INTEGRATION),
	returnAll: true,
});

describe('a sync', () => {
	test('that runs already is refused at once, since this 429 is no rate limit', async () => {
		await bench.run({ parameters: form('sync') });
		const { error } = await bench.run({ parameters: form('sync') });
		expect(error?.message).toContain('Another job is in progress');
		expect(shownBy(error)).toContain('Get Sync Status');
		expect(bench.sandbox.requests).toHaveLength(2);
	});

	test('over the rate limit waits and starts', async () => {
		bench.sandbox.faults.use({ script: [{ kind: '429-retry-after', retryAfterSeconds: 0 }] });
		const { error } = await bench.run({ parameters: form('sync') });
		expect(error).toBeUndefined();
		expect(bench.sandbox.requests).toHaveLength(2);
	});

	test('leaves without a body', async () => {
		stub.answer = { status: 202, body: { message: 'success' } };
		await bench.run({ parameters: form('sync'), url: stub.url });
		expect(stub.asked[0].body).toBe('');
	});
});

test('the status follows the cursor of the Link header, whatever its address looks like', async () => {
	stub.answer = {
		status: 200,
		body: { results: [{ job_status: 'running' }], message: 'success' },
		headers: { Link: '<cdi/integrations/x/job_sync_status?cursor=c2tpcDow>; rel="next"' },
	};
	await bench.run({
		parameters: { ...form('getSyncStatus'), returnAll: false, limit: 2 },
		url: stub.url,
	});
	expect(stub.asked.map(({ url }) => url?.split('?')[1])).toEqual([undefined, 'cursor=c2tpcDow']);
});
