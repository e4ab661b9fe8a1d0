import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { Call } from './call';
import { checkBroadcasts } from './check/broadcasts';
import { checkCalls } from './check/checkCalls';
import { checkMostObjects } from './check/irreversible';
import { wordsOf } from './effect';
import { batchOf } from './operation';
import type { Endpoint, Operation, Prepared } from './operation';
import { joinEqualCalls } from './plan/equalCalls';
import { planRequests } from './plan/plan';
import { chooseEndpoint } from './read/chooseEndpoint';
import { emptyValueHints } from './read/emptyValues';
import type { EmptyValues } from './read/emptyValues';
import { formOf } from './read/form';
import { itemHints } from './read/itemHints';
import type { ItemHints } from './read/itemHints';
import { readRunOptions } from './read/options';
import { runParameters } from './read/parameters';
import { inWords, readCalls } from './read/readCalls';
import { askAgain } from './send/askAgain';
import { pieced } from './send/inPieces';
import { openSender } from './send/sender';
import type { Sender } from './send/sender';
import { connect } from './send/transport';
import { accountOf, firstFailure } from './settle/account';
import { keptByItem, withMisses } from './settle/asked';
import { dryRunItems } from './settle/dryRun';
import { failedItem, stoppingError, toldInput, toldOutcome } from './settle/failure';
import { hintsOf } from './settle/hints';
import { resultsByItem } from './settle/itemResults';
import type { ItemResults } from './result';
import { Outputs } from './settle/output';
import { recallSent, rememberSent } from './settle/sentBefore';
import { settle } from './settle/settle';
import { Stop } from './settle/stop';
import { continuesOnFail, isTool } from './tool';

/**
 * Runs the operation that the form has chosen.
 *
 * @param choose gives the operation, or why there is none
 * @throws that reason, and what `runOperation` throws, unless the node continues on fail
 */
export async function runNode(
	context: IExecuteFunctions,
	choose: (context: IExecuteFunctions) => Operation | Error,
): Promise<INodeExecutionData[][]> {
	const operation = choose(context);
	if (!(operation instanceof Error)) return await runOperation(context, operation);
	const told = toldInput(operation);
	if (!continuesOnFail(context)) {
		throw isTool(context.getNode()) ? stoppingError(context.getNode(), 0, told) : operation;
	}
	return [context.getInputData().map((_item, index) => failedItem(context.getNode(), index, told))];
}

/**
 * One run of the node: read and check every item, plan the requests, send them, settle the output of each input item.
 *
 * @throws NodeOperationError or NodeApiError at the first failure, which tells what was sent; for a failure found in the input
 *   that is nothing. Where the node continues on fail it throws nothing at all, since n8n would then pass the input items on as
 *   if they had succeeded: whatever goes wrong becomes failed items
 */
export async function runOperation(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[][]> {
	// before anything else of a try again can fail, since its failure has to tell what the first one sent
	const results = recallSent(context);
	let { endpoint } = operation;
	try {
		const form = formOf(operation);
		const parametersOf = runParameters(context, form);
		endpoint = chooseEndpoint(operation, context.getInputData().length, parametersOf);
		return [await run(context, endpoint, form, results)];
	} catch (thrown) {
		const error = thrown instanceof Error ? inWords(thrown) : new Error(String(thrown));
		if (continuesOnFail(context)) return [allFailed(context, endpoint, results, error)];
		rememberSent(context, results);
		throw stopped(context, endpoint, results, error);
	}
}

/** @param results what earlier tries sent; takes up what this one sends */
async function run(
	context: IExecuteFunctions,
	endpoint: Endpoint,
	form: INodeProperties[],
	results: ItemResults,
): Promise<INodeExecutionData[]> {
	const node = context.getNode();
	const itemCount = context.getInputData().length;
	const isContinuing = continuesOnFail(context);
	const isRetry = results.size > 0;
	const stopAt = (failures: Map<number, Error>): void => {
		const [first] = failures;
		if (first && !isContinuing) throw new Stop(first[0], toldInput(first[1]));
	};

	const options = readRunOptions(itemCount, runParameters(context, form), endpoint);
	const connection = await connect(context);
	const emptyValues: EmptyValues = new Map();
	const hints: ItemHints = new Map();
	const reading = await readCalls(
		itemCount,
		runParameters(context, form, { texts: options.texts, emptyValues, hints }),
		endpoint,
		{
			timezone: context.getTimezone(),
			defaults: connection.defaults,
			startedAt: Date.now(),
			runKey: () => runKeyOf(context),
		},
		{
			repeatsForEachItem: options.repeatForEachItem,
			// a try again has to give account of what the one before sent
			signal: isRetry ? undefined : context.getExecutionCancelSignal(),
		},
	);
	const { calls, failures } = await checkCalls(reading, endpoint);
	stopAt(failures);
	context.addExecutionHints(
		...itemHints(hints, failures, itemCount),
		...emptyValueHints(emptyValues),
	);
	checkMostObjects(calls, endpoint, { most: options.mostObjects, isTool: isTool(node) });
	checkBroadcasts(calls, { allowSeveral: options.allowSeveralBroadcasts });

	const { calls: asked, equal } =
		endpoint.effect === 'send'
			? joinEqualCalls(calls, options.skipEqualMessages)
			: { calls, equal: 0 };
	const stopsForDoubt = [...results.values()].some(
		({ outcome }) => outcome.kind === 'mayHaveBeenSent',
	);
	const stopAtFirst = (): void => {
		const failure = isContinuing ? undefined : firstFailure(results);
		if (failure) throw new Stop(failure.itemIndex, toldOutcome(failure.outcome));
	};
	const sender = openSender(context, connection, options);
	const prepared = await prepareCalls(
		asked.filter(({ itemIndex }) => !results.has(itemIndex)),
		endpoint,
		sender,
	);
	stopAt(prepared.failures);
	const requests = planRequests(prepared.calls, {
		...batchOf(endpoint),
		most: options.entriesPerRequest,
	});
	const items = context.getInputData();
	const kept = keptByItem([...asked, ...prepared.calls]);
	const outputs = new Outputs(endpoint, kept, (itemIndex) =>
		options.includeInputFields ? items[itemIndex].json : undefined,
	);
	const allFailures = new Map([...failures, ...prepared.failures]);
	const settled = (ofItems: ItemResults): INodeExecutionData[] =>
		settle(context, { failures: allFailures, results: ofItems, outputs }, endpoint);
	if (options.dryRun) {
		const planned = dryRunItems(requests, connection.url, batchOf(endpoint)?.place);
		return [...planned, ...settled(prepared.results)];
	}
	for (const [itemIndex, result] of prepared.results) results.set(itemIndex, result);
	if (prepared.results.size > 0) stopAtFirst();
	const outcomes = await sender(endpoint, requests, {
		stopped: stopsForDoubt,
		ended: (request, outcome) => outputs.makeAhead(request, outcome),
	});
	const left = pieced(requests, outcomes);
	const sent = await askAgain(left.requests, left.outcomes, endpoint, sender);
	const byItem = resultsByItem(sent.requests, sent.outcomes, endpoint);
	withMisses(byItem, kept, endpoint).forEach((result, itemIndex) => results.set(itemIndex, result));
	addHints(context, () => hintsOf({ ...sent, calls: asked, equal, options }, endpoint));
	stopAtFirst();
	return settled(results);
}

/** Looks into Braze first, where the endpoint wants to, and may find that less is to be asked for. */
async function prepareCalls(
	calls: Call[],
	endpoint: Endpoint,
	sender: Sender,
): Promise<Required<Prepared>> {
	const nothing = { calls, failures: new Map<number, Error>(), results: new Map() as ItemResults };
	if (!endpoint.prepare || calls.length === 0) return nothing;
	const {
		failures = nothing.failures,
		results = nothing.results,
		...prepared
	} = await endpoint.prepare(calls, async (read, requests) => await sender(read, requests));
	return { ...prepared, failures, results };
}

/** Hints are an extra: what goes wrong with them is told as one, and changes nothing of what was sent. */
function addHints(context: IExecuteFunctions, hints: () => ReturnType<typeof hintsOf>): void {
	try {
		context.addExecutionHints(...hints());
	} catch (error) {
		context.addExecutionHints({
			message: `The hints of this run could not be put together: ${(error as Error).message}`,
			location: 'outputPane',
		});
	}
}

/** Instance, workflow, execution, node and the turn of a loop or the call of a tool. */
const runKeyOf = (context: IExecuteFunctions): string =>
	JSON.stringify([
		context.getInstanceId(),
		context.getWorkflow().id ?? '',
		context.getExecutionId(),
		context.getNode().id,
		context.evaluateExpression('{{ $runIndex }}', 0),
	]);

/** The error of a run that stops, with what became of its items where anything was sent. */
function stopped(
	context: IExecuteFunctions,
	{ effect }: Endpoint,
	results: ItemResults,
	error: Error,
): Error {
	const { itemIndex, told } =
		error instanceof Stop ? error : { itemIndex: 0, told: toldInput(error) };
	const account =
		results.size > 0
			? accountOf(results, context.getInputData().length, wordsOf(effect))
			: undefined;
	return stoppingError(context.getNode(), itemIndex, told, account);
}

/** Every item that was not sent failed for the same reason. */
function allFailed(
	context: IExecuteFunctions,
	endpoint: Endpoint,
	results: ItemResults,
	error: Error,
): INodeExecutionData[] {
	const told = toldInput(error);
	const outputs = new Outputs(endpoint, new Map(), () => undefined);
	const settled = settle(context, { failures: new Map(), results, outputs }, endpoint);
	const failed = context
		.getInputData()
		.flatMap((_item, itemIndex) =>
			results.has(itemIndex) ? [] : [failedItem(context.getNode(), itemIndex, told)],
		);
	return [...settled, ...failed];
}
