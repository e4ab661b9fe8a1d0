import { HOUR, MINUTE, NOW, openSandbox, type Client } from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => {
	client.sandbox.reset();
	client.sandbox.clock.set(NOW);
});
afterAll(() => client.sandbox.close());

async function left(answer: ReturnType<Client['get']>): Promise<string> {
	const { headers } = await answer;
	return `${headers.get('x-ratelimit-remaining')} of ${headers.get('x-ratelimit-limit')}`;
}

const items = { items: [{ id: 'new' }] };

test('endpoints of one counter share it, the others do not count', async () => {
	expect(await left(client.put('/catalogs/empty/items', items))).toBe('15999 of 16000');
	expect(await left(client.delete('/catalogs/empty/items', items))).toBe('15998 of 16000');
	expect(await left(client.get('/catalogs/empty/items'))).toBe('49 of 50');
	expect(await left(client.get('/catalogs/empty/items/none'))).toBe('48 of 50');
	expect(await left(client.get('/catalogs'))).toBe('49 of 50');
	expect(await left(client.get('/segments/list'))).toBe('249999 of 250000');
});

test('a window of a minute starts on the minute', async () => {
	client.sandbox.clock.set(NOW + 40_000);
	const answer = await client.get('/catalogs');
	expect(answer.headers.get('x-ratelimit-reset')).toBe(String((NOW + MINUTE) / 1000));
	client.sandbox.clock.set(NOW + MINUTE);
	expect(await left(client.get('/catalogs'))).toBe('49 of 50');
});

test('the 51st read of catalogs in a minute is refused', async () => {
	const statuses: number[] = [];
	for (let count = 0; count < 51; count++) statuses.push((await client.get('/catalogs')).status);
	expect([statuses.indexOf(429), statuses.filter((status) => status === 200)]).toEqual([
		50,
		Array(50).fill(200),
	]);
});

test('a limit can be lowered while the sandbox runs, until it is reset', async () => {
	client.sandbox.rateLimits.use({ catalogItemBatchesPerMinute: 1 });
	expect(await client.put('/catalogs/empty/items', items)).toMatchObject({ status: 202 });
	const refused = await client.patch('/catalogs/empty/items', items);
	expect(refused).toMatchObject({ status: 429, body: { message: 'Rate Limited' } });
	expect(refused.headers.get('x-ratelimit-limit')).toBe('1');
	client.sandbox.reset();
	expect(await left(client.put('/catalogs/empty/items', items))).toBe('15999 of 16000');
});

test('it can be lowered over HTTP as well', async () => {
	const lowered = await client.post('/sandbox/rate-limits', { requestsPerHour: 1 });
	expect(lowered).toMatchObject({ status: 200 });
	expect(await client.get('/segments/list')).toMatchObject({ status: 200 });
	expect(await client.get('/campaigns/list')).toMatchObject({ status: 429 });
	client.sandbox.clock.set(NOW + HOUR);
	expect(await client.get('/campaigns/list')).toMatchObject({ status: 200 });
	expect(await client.post('/sandbox/rate-limits', { requestsPerYear: 1 })).toMatchObject({
		status: 400,
		body: { message: 'requestsPerYear is not a known key' },
	});
});
