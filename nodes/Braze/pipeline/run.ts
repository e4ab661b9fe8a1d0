import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Operation } from './operation';
import { withAttempts } from './send/attempts';
import type { PlannedRequest } from './call';
import { dryRunItems } from './settle/dryRun';
import { firstFailure, inputFailure } from './settle/failure';
import { hintsOf } from './settle/hints';
import { resultsByItem } from './settle/itemResults';
import type { ItemResults } from './settle/itemResults';
import { readRunOptions } from './read/options';
import type { RunOptions } from './read/options';
import { runParameters } from './read/parameters';
import type { ItemParameters } from './read/parameters';
import { planRequests } from './plan/plan';
import { readCalls } from './read/readCalls';
import { sendRequests } from './send/send';
import { hasSentBefore, recallSent, rememberSent } from './settle/sentBefore';
import { settle } from './settle/settle';
import { emptyValueHints } from './read/emptyValues';
import type { EmptyValues } from './read/emptyValues';
import type { OutputOf, RunResult } from './settle/settle';
import { connect, openExchange } from './send/transport';
import type { Connection } from './send/transport';

/**
 * One run of the node: read and check every item, plan the requests, send them, settle the output of each input item.
 *
 * @throws NodeOperationError or NodeApiError at the first failure, unless the node continues on fail;
 *   for a failure found in the input nothing was sent
 */
export async function runOperation(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[][]> {
	const itemCount = context.getInputData().length;
	const optionsOf = runParameters(context, operation.properties);
	const emptyValues: EmptyValues = new Map();
	const outputOf: OutputOf = (answer, { message }, itemIndex) =>
		operation.output?.(answer, message, optionsOf(itemIndex)) ?? [answer];
	const settled = (result: RunResult): INodeExecutionData[] => settle(context, result, outputOf);

	const setting = await prepare(context, optionsOf).catch((error: Error) => error);
	if (setting instanceof Error) {
		const failures = new Map(Array.from({ length: itemCount }, (_, index) => [index, setting]));
		throwUnlessContinuing(context, failures);
		return [settled({ failures, results: new Map() })];
	}
	const { options, connection } = setting;
	const parametersOf = runParameters(context, operation.properties, {
		texts: options.texts,
		emptyValues,
	});
	const { calls, failures } = await readCalls(
		itemCount,
		parametersOf,
		operation,
		{ timezone: context.getTimezone() },
		// a try again has to give account of what the one before sent
		hasSentBefore(context) ? undefined : context.getExecutionCancelSignal(),
	);
	throwUnlessContinuing(context, failures);
	context.addExecutionHints(...emptyValueHints(emptyValues));

	const sentBefore = recallSent(context);
	const requests = planRequests(
		calls.filter(({ itemIndex }) => !sentBefore.has(itemIndex)),
		options.usersPerRequest,
	);
	if (options.dryRun) {
		const failed = settled({ failures, results: new Map() });
		return [[...dryRunItems(requests, connection.url), ...failed]];
	}
	const results: ItemResults = new Map([
		...sentBefore,
		...(await send(context, requests, connection, options, isUnclear(sentBefore))),
	]);
	const failure = context.continueOnFail() ? undefined : firstFailure(context.getNode(), results);
	if (failure) {
		rememberSent(context, results);
		throw failure;
	}
	return [settled({ failures, results })];
}

/** What holds for the whole run; a fault in it fails every item. */
async function prepare(
	context: IExecuteFunctions,
	parametersOf: (itemIndex: number) => ItemParameters,
) {
	const options = readRunOptions(context.getInputData().length, parametersOf);
	return { options, connection: await connect(context) };
}

function throwUnlessContinuing(context: IExecuteFunctions, failures: Map<number, Error>): void {
	const [firstBad] = failures;
	if (firstBad && !context.continueOnFail()) throw inputFailure(context.getNode(), ...firstBad);
}

const isUnclear = (results: ItemResults): boolean =>
	[...results.values()].some(({ outcome }) => outcome.kind === 'mayHaveBeenSent');

async function send(
	context: IExecuteFunctions,
	requests: PlannedRequest[],
	connection: Connection,
	{ timeout, retryPolicy, concurrency }: RunOptions,
	stopped: boolean,
): Promise<ItemResults> {
	const signal = context.getExecutionCancelSignal();
	const outcomes = await sendRequests(requests, {
		send: withAttempts(openExchange(connection, timeout), retryPolicy, signal),
		concurrency,
		stopAtFailure: !context.continueOnFail(),
		stopped: stopped && !context.continueOnFail(),
		signal,
	});
	context.addExecutionHints(...hintsOf(requests, outcomes));
	return resultsByItem(requests, outcomes);
}
