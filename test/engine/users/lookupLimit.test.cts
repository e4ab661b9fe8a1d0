import { openStub } from '../stub.cts';
import { openBench, shownBy } from '../support.cts';
import { fieldsForm } from './forms.cts';

const bench = openBench();
const stub = openStub();

/** The last request of a window that ends in a minute. */
const last = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '60' };

const run = async () =>
	await bench.run({
		url: stub.url,
		items: [{ id: 'user-001', tier: 'gold' }],
		parameters: fieldsForm({ options: { onlyChanged: true, maxWait: 1 } }),
	});

test('a look-up that uses up its own rate limit does not hold the write back', async () => {
	stub.answer = {
		status: 201,
		get body() {
			const isLookUp = stub.asked.length < 2;
			return isLookUp ? { message: 'success', users: [] } : { message: 'success' };
		},
		headers: last,
	};
	const { error, output } = await run();
	expect(error).toBeUndefined();
	expect(stub.asked).toHaveLength(2);
	expect(output[0][0].json).toMatchObject({ message: 'success', changed: expect.anything() });
});

test('one that is refused by it is told as such, and nothing is written', async () => {
	stub.answer = { status: 429, body: { message: 'Rate limit exceeded' }, headers: last };
	expect(shownBy((await run()).error)).toMatch(
		/Nothing was written.*takes no more requests for 61 seconds/,
	);
	expect(stub.asked).toHaveLength(1);
});
