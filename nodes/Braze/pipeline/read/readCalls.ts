import { InvalidInput } from '../../schema/invalidInput';
import type { WriteContext } from '../../schema/write';
import { cancelled } from '../send/attempts';
import type { Operation } from '../operation';
import type { Call, Message, User } from '../call';
import type { ItemParameters } from './parameters';
import { Turn } from './yieldToEventLoop';
import { checkBodyBytes, wireBytes } from '../check/wireSize';

/** What reading the items gave: a call for each good item, the reason for each other one. */
export interface Reading {
	calls: Call[];
	failures: Map<number, Error>;
}

/**
 * Turns the parameters of every input item into a call and holds it against what Braze documents.
 * Nothing is sent here, so that a bad item is known before the first request leaves.
 *
 * A message that depends on no item is built and checked once and shared by all items.
 *
 * @param signal ends the reading; the items left over then count as failed
 */
export async function readCalls(
	itemCount: number,
	parametersOf: (itemIndex: number) => ItemParameters,
	operation: Operation,
	writing: WriteContext,
	signal?: AbortSignal,
): Promise<Reading> {
	const reading: Reading = { calls: [], failures: new Map() };
	const turn = new Turn();
	let shared: { message: Message; bytes: number } | undefined;

	const messageOf = (parameters: ItemParameters): { message: Message; bytes: number } => {
		if (shared) return shared;
		const message = operation.message(parameters, writing);
		operation.checkMessage?.(message);
		const measured = { message, bytes: wireBytes(message.body) };
		if (!parameters.dependsOnItem()) shared = measured;
		return measured;
	};

	const readItem = (itemIndex: number): void => {
		try {
			if (signal?.aborted) throw new CancelledWhileReading(cancelled.reason);
			const parameters = parametersOf(itemIndex);
			const { message, bytes: messageBytes } = messageOf(parameters);
			const users: User[] = operation.users?.(parameters, writing) ?? [];
			operation.checkUsers?.(message, users);
			const userBytes = users.reduce((sum, { wire }) => sum + wireBytes(wire, 'User') + 1, 0);
			checkBodyBytes(messageBytes + userBytes);
			reading.calls.push({ itemIndex, message, users, messageBytes, userBytes });
		} catch (error) {
			reading.failures.set(itemIndex, inWords(error as Error));
		}
	};

	for (let itemIndex = 0; itemIndex < itemCount; itemIndex++) {
		if (turn.isOver()) await turn.next();
		readItem(itemIndex);
	}
	return reading;
}

/** The run was cancelled while it read its items; n8n shows the description below the message. */
class CancelledWhileReading extends Error {
	readonly description = cancelled.advice;
}

/** Whatever walks through a value that is nested thousands of levels deep ends in a RangeError, n8n's own code included. */
const inWords = (error: Error): Error =>
	error.name === 'RangeError'
		? new InvalidInput(
				'Input',
				'is nested too deeply or too large',
				'Send a flatter, smaller value',
			)
		: error;
