import { openReceiver, type Receiver } from './receiver.cts';
import { DAY, MINUTE, NOW, openSandbox, type Client } from './support.cts';

interface Event {
	event_type: string;
	id: string;
	time: number;
	user: Record<string, unknown>;
	properties: Record<string, unknown>;
}

let client: Client;
let receiver: Receiver;
beforeAll(async () => {
	client = await openSandbox();
	receiver = await openReceiver();
});
beforeEach(async () => {
	client.sandbox.sender.endCurrents();
	client.sandbox.reset();
	client.sandbox.clock.set(NOW);
	receiver.answer = () => ({});
});
afterAll(async () => {
	await client.sandbox.close();
	await receiver.close();
});

const OPEN = 'users.messages.email.Open';

/** Sets a Current up and forgets its probe. */
async function use(more: object = {}): Promise<void> {
	const answer = await client.post('/sandbox/currents', { url: `${receiver.url}/in`, ...more });
	expect(answer.body).toEqual({ message: 'success' });
	await client.sandbox.sender.wire.settled();
	receiver.received.length = 0;
	client.sandbox.sender.sent.length = 0;
}

function happen(count: number): void {
	for (let index = 0; index < count; index += 1) {
		client.sandbox.sender.event(OPEN, 'user-001', { email_address: 'user-001@example.com' });
	}
}

/** Lets time pass, and waits for what is sent in it. */
async function pass(ms: number): Promise<void> {
	client.sandbox.clock.advance(ms);
	await client.sandbox.sender.wire.settled();
}

const batches = (): Event[][] =>
	receiver.received.map(({ body }) => (body as { events: Event[] }).events);
const sizes = (): number[] => batches().map((events) => events.length);
const outcomes = (): unknown[] => client.sandbox.sender.sent.map(({ outcome }) => outcome);
const state = () => client.sandbox.sender.states[0];

test('a set-up asks without events whether the token is right', async () => {
	await client.post('/sandbox/currents', { url: `${receiver.url}/in`, token: 'token-1' });
	await client.sandbox.sender.wire.settled();
	const [{ body, headers, method }] = receiver.received.slice(-1);
	expect([method, body]).toEqual(['POST', { events: [] }]);
	expect(headers).toMatchObject({
		authorization: 'Bearer token-1',
		'content-type': 'application/json',
		'braze-currents-version': '1',
	});
	expect(JSON.stringify((await client.get('/sandbox/sent')).body)).not.toContain('token-1');
});

test('a batch goes when it is full, the rest after its time', async () => {
	await use();
	happen(250);
	await client.sandbox.sender.wire.settled();
	expect(sizes()).toEqual([100, 100]);
	await pass(1000);
	expect(sizes()).toEqual([100, 100, 50]);
	expect(
		new Set(
			batches()
				.flat()
				.map(({ id }) => id),
		).size,
	).toBe(250);
	expect(state()).toMatchObject({ delivered: 250, waiting: 0, lost: 0 });
});

test('only the chosen types go, and not what is too large', async () => {
	await use({ events: [OPEN] });
	client.sandbox.sender.event('users.behaviors.CustomEvent', 'user-001', { name: 'ordered' });
	client.sandbox.sender.event(OPEN, 'user-001', { user_agent: 'x'.repeat(900_001) });
	happen(1);
	await pass(1000);
	expect(sizes()).toEqual([1]);
	expect(state()).toMatchObject({ delivered: 1, lost: 1 });
});

test('400: cut into single events, and what gets 400 again is lost', async () => {
	await use();
	receiver.answer = ({ body }) => {
		const { events } = body as { events: Event[] };
		return { status: events.length > 1 || events[0].properties.bad ? 400 : 200 };
	};
	happen(2);
	client.sandbox.sender.event(OPEN, 'user-001', { bad: true });
	await pass(1000);
	await pass(DAY);
	expect(sizes()).toEqual([3, 1, 1, 1]);
	expect(outcomes()).toEqual(['cut into single events', 'delivered', 'delivered', 'lost']);
	expect(state()).toMatchObject({ state: 'on', delivered: 2, lost: 1 });
});

test.each([401, 403, 404])('%i: nothing goes until it is set up again', async (status) => {
	await use();
	receiver.answer = () => ({ status });
	happen(1);
	await pass(1000);
	happen(3);
	await pass(DAY);
	expect(sizes()).toEqual([1]);
	expect(state()).toMatchObject({ state: 'stopped', lost: 4 });
	receiver.answer = () => ({});
	await use();
	happen(1);
	await pass(1000);
	expect(sizes()).toEqual([1]);
	expect(state()).toMatchObject({ state: 'on', delivered: 1 });
});

test('413: halves, until they are small enough', async () => {
	await use();
	receiver.answer = ({ body }) => ({
		status: (body as { events: Event[] }).events.length > 30 ? 413 : 200,
	});
	happen(100);
	await pass(1000);
	expect(sizes()).toEqual([100, 50, 50, 25, 25, 25, 25]);
	expect(state()).toMatchObject({ delivered: 100, lost: 0 });
});

test.each([429, 500, 503])('%i: the same batch again, after waits that double', async (status) => {
	await use();
	receiver.answer = () => ({ status: receiver.received.length > 3 ? 200 : status });
	happen(2);
	await pass(1000);
	expect(state()).toMatchObject({ repeating: 2, lost: 0 });
	await pass(900);
	expect(sizes()).toEqual([2]);
	await pass(400);
	expect(sizes()).toEqual([2, 2]);
	await pass(1900);
	expect(sizes()).toEqual([2, 2]);
	await pass(700);
	await pass(MINUTE);
	expect(sizes()).toEqual([2, 2, 2, 2]);
	expect(new Set(batches().map((events) => JSON.stringify(events))).size).toBe(1);
	expect(state()).toMatchObject({ delivered: 2, repeating: 0, lost: 0 });
});

test('nobody there: again, and off after five days', async () => {
	await use({ url: 'http://127.0.0.1:9/in' });
	happen(1);
	await pass(1000);
	expect(state()).toMatchObject({ state: 'on', repeating: 1 });
	await pass(DAY);
	expect(state().state).toBe('on');
	await pass(5 * DAY);
	expect(state()).toMatchObject({ state: 'stopped', lost: 1 });
});

test('two Currents get what each has chosen', async () => {
	await use({ url: `${receiver.url}/opens`, events: [OPEN] });
	await use({ url: `${receiver.url}/all` });
	happen(1);
	client.sandbox.sender.event('users.behaviors.CustomEvent', 'user-002', { name: 'ordered' });
	await pass(1000);
	const got = receiver.received.map(({ url, body }) => [
		url,
		(body as { events: [] }).events.length,
	]);
	expect(got.sort()).toEqual([
		['/all', 2],
		['/opens', 1],
	]);
});

test('it sends to this machine alone', async () => {
	for (const url of [
		'https://example.com/in',
		'http://localhost:1/in',
		'http://127.0.0.1.example.com/',
	]) {
		const { status, body } = await client.post('/sandbox/currents', { url });
		expect([status, body.message]).toEqual([
			400,
			`${url} is not below http://127.0.0.1, and the sandbox sends nowhere else`,
		]);
	}
	const { status } = await client.post('/sandbox/currents', { url: receiver.url, token: 'a b' });
	expect(status).toBe(400);
});

test('a reset forgets what waits and what was sent, not where to send', async () => {
	await use();
	receiver.answer = () => ({ status: 503 });
	happen(1);
	await pass(1000);
	happen(1);
	client.sandbox.reset();
	receiver.answer = () => ({});
	await pass(DAY);
	expect(sizes()).toEqual([1]);
	expect((await client.get('/sandbox/sent')).body).toEqual([]);
	happen(1);
	await pass(1000);
	expect(sizes()).toEqual([1, 1]);
});
