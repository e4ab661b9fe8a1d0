import { openReceiver, type Receiver } from './receiver.cts';
import { NOW, openSandbox, type Client } from './support.cts';

interface Event {
	event_type: string;
	user: Record<string, unknown>;
	properties: Record<string, unknown>;
}

/** A sandbox with a Current, and who gets what it sends. */
export const bench = {} as { client: Client; receiver: Receiver };

/** Opens it for the tests of a file, and closes it behind them. */
export function openSending(): void {
	beforeAll(async () => {
		bench.receiver = await openReceiver();
		const currents = [{ url: `${bench.receiver.url}/currents` }];
		bench.client = await openSandbox({ sends: { currents } });
	});
	beforeEach(() => {
		bench.client.sandbox.reset();
		bench.client.sandbox.clock.set(NOW);
		bench.receiver.received.length = 0;
		bench.receiver.answer = () => ({});
	});
	afterAll(async () => {
		await bench.client.sandbox.close();
		await bench.receiver.close();
	});
}

export const SMS = { subscription_group_id: 'group-1', app_id: 'app-1', body: 'Hi' };

export const events = (): Event[] => bench.client.sandbox.sender.events as unknown as Event[];
export const types = (): string[] =>
	events().map(({ event_type: type }) => type.replace('users.messages.', ''));

/** Sends messages to user-001, and waits for what is sent at once. */
export async function send(messages: object, more: object = {}): Promise<void> {
	const { status } = await bench.client.post('/messages/send', {
		external_user_ids: ['user-001'],
		messages,
		...more,
	});
	expect(status).toBe(201);
	await bench.client.sandbox.sender.wire.settled();
}

/** Lets time pass, and waits for what is sent in it. */
export async function pass(ms: number): Promise<void> {
	bench.client.sandbox.clock.advance(ms);
	await bench.client.sandbox.sender.wire.settled();
}

/** Does something with the first delivery. */
export const act = async (action: string, body?: object) =>
	(await bench.client.post(`/sandbox/deliveries/0/${action}`, body ?? {})).body;

/** What reached the receiver under a path. */
export const calls = (path: string) =>
	bench.receiver.received.filter(({ url }) => url.startsWith(path));
