import type { IDataObject } from 'n8n-workflow';

import { joinObjects } from '../../schema/convert';
import { InvalidInput } from '../../schema/invalidInput';
import type { WriteContext } from '../../schema/writeContext';
import type { Call, Content, Kept } from '../call';
import type { Endpoint } from '../operation';
import { cancelled } from '../send/outcome';
import type { Entry } from '../request';
import { buildRequest } from './buildRequest';
import { evaluatedOnce } from './evaluatedOnce';
import type { ItemParameters } from './parameters';
import { yieldToEventLoop } from './yieldToEventLoop';

/** What reading the items gave: a call for each good item, the reason for each other one. */
export interface Reading {
	calls: Call[];
	failures: Map<number, Error>;
}

/** How the items of a run are read. */
export interface ReadingOptions {
	/** Whether a send that names no data of the items is made for each of them all the same. */
	repeatsForEachItem?: boolean;
	/** Ends the reading; the items left over then count as failed. */
	signal?: AbortSignal;
}

/**
 * Turns the parameters of every input item into a call.
 *
 * A request that depends on no item is built once and shared by all items. A send that names no data of the items at all is one
 * call for all of them, and in a broadcast an expression that names none is evaluated once a run.
 */
export async function readCalls(
	itemCount: number,
	parametersOf: (itemIndex: number) => ItemParameters,
	endpoint: Endpoint,
	writing: WriteContext,
	{ repeatsForEachItem = false, signal }: ReadingOptions = {},
): Promise<Reading> {
	const reading: Reading = { calls: [], failures: new Map() };
	const othersTurn = yieldToEventLoop();
	let shared: Content | undefined;

	const asInFirst = evaluatedOnce();

	const contentOf = (parameters: ItemParameters): Content => {
		if (shared) return shared;
		let content = readContent(endpoint, parameters, writing);
		if (content.request.reachesUnnamedUsers && parameters.dependsOnItem()) {
			content = readContent(endpoint, asInFirst(parameters), writing);
		}
		if (!parameters.dependsOnItem()) shared = content;
		return content;
	};

	const readItem = (itemIndex: number): Call | undefined => {
		const parameters = parametersOf(itemIndex);
		try {
			if (signal?.aborted) throw new CancelledWhileReading(cancelled.reason);
			const content = contentOf(parameters);
			const entries = readEntries(endpoint, parameters, writing);
			const isOnce =
				endpoint.effect === 'send' &&
				!parameters.namesItemData() &&
				(!repeatsForEachItem || content.request.reachesUnnamedUsers === true);
			const call: Call = { itemIndex, content, entries, entryBytes: 0 };
			if (isOnce) call.alsoServes = [];
			reading.calls.push(call);
			return call;
		} catch (error) {
			reading.failures.set(itemIndex, inWords(error as Error));
			return undefined;
		}
	};

	for (let itemIndex = 0; itemIndex < itemCount; itemIndex++) {
		const turn = othersTurn();
		if (turn) await turn;
		const call = readItem(itemIndex);
		if (!call?.alsoServes) continue;
		for (let other = itemIndex + 1; other < itemCount; other++) call.alsoServes.push(other);
		break;
	}
	return reading;
}

function readContent(
	endpoint: Endpoint,
	parameters: ItemParameters,
	writing: WriteContext,
): Content {
	let wire: IDataObject = {};
	let pasted: string | undefined;
	let kept: Kept = {};
	let reachesUnnamedUsers = false;
	for (const part of endpoint.parts) {
		const written = part.write?.(parameters, writing);
		if (!written) continue;
		if (written.wire)
			wire = joinObjects(wire, written.wire, written.label ?? pasted ?? 'Additional JSON');
		pasted = written.label ?? pasted;
		if (written.kept) kept = { ...kept, ...written.kept };
		if (written.reachesUnnamedUsers) reachesUnnamedUsers = true;
	}
	return { wire, kept, request: buildRequest(endpoint, wire, reachesUnnamedUsers), bytes: 0 };
}

function readEntries(
	{ parts }: Endpoint,
	parameters: ItemParameters,
	writing: WriteContext,
): Entry[] {
	let entries: Entry[] = [];
	for (const part of parts) {
		const own = part.entries?.(parameters, writing);
		if (own) entries = entries.length === 0 ? own : [...entries, ...own];
	}
	return entries;
}

/** The run was cancelled while it read its items; n8n shows the description below the message. */
class CancelledWhileReading extends Error {
	readonly description = cancelled.advice;
}

/** Whatever walks through a value that is nested thousands of levels deep ends in a RangeError, n8n's own code included. */
export const inWords = (error: Error): Error =>
	error.name === 'RangeError'
		? new InvalidInput(
				'Input',
				'is nested too deeply or too large',
				'Send a flatter, smaller value',
			)
		: error;
