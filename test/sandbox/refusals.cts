import { everywhere, sendOnly } from './message-samples.cts';
import type { Client } from './support.cts';

export type Change = Record<string, unknown>;

/** Message key, what to change in its sample, what `errors` says, and Braze's title if it has one. */
export type Refusal = [string, Change, string, string?];

/** A refusal as a row of test.each. */
export function row([key, change, error, title]: Refusal) {
	return { key, messages: { [key]: { ...samples[key], ...change } }, error, title };
}

/** A message with every field, for each key. */
export const samples: Record<string, Record<string, unknown>> = { ...everywhere, ...sendOnly };

/** Sends messages that must be refused with this error, and must reach nobody. */
export async function expectRefusal(
	client: Client,
	messages: Change,
	error: string,
	title = 'Bad Request',
): Promise<void> {
	const count = client.sandbox.deliveries.length;
	const body = { external_user_ids: ['user-001'], messages };
	const answer = await client.post('/messages/send', body);
	expect(answer).toMatchObject({ status: 400, body: { message: title } });
	expect(answer.body.errors).toContainEqual(expect.stringContaining(error));
	expect(client.sandbox.deliveries).toHaveLength(count);
}
