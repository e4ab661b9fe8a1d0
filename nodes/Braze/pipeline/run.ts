import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toLiquid } from '../schema/liquid';
import type { Call, Kept } from './call';
import { checkCalls } from './check/checkCalls';
import { checkMostObjects } from './check/irreversible';
import { wordsOf } from './effect';
import { batchOf } from './operation';
import type { Endpoint, Operation, Prepared } from './operation';
import { planRequests } from './plan/plan';
import { chooseEndpoint } from './read/chooseEndpoint';
import { readRunOptions } from './read/options';
import { runParameters } from './read/parameters';
import type { ItemParameters } from './read/parameters';
import { readCalls } from './read/readCalls';
import type { PlannedRequest } from './request';
import { askAgain } from './send/askAgain';
import { openSender } from './send/sender';
import type { Sender } from './send/sender';
import { connect } from './send/transport';
import { withMisses } from './settle/asked';
import { dryRunItems } from './settle/dryRun';
import { firstFailure, inputFailure } from './settle/failure';
import { hintsOf } from './settle/hints';
import { resultsByItem } from './settle/itemResults';
import type { ItemResults } from './settle/itemResults';
import { hasSentBefore, recallSent, rememberSent } from './settle/sentBefore';
import { settle } from './settle/settle';
import type { RunResult } from './settle/settle';

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
	const parametersOf = runParameters(context);
	let endpoint = operation.endpoint;
	const settled = (result: RunResult): INodeExecutionData[] => settle(context, result, endpoint);
	const allFail = (error: Error): INodeExecutionData[][] => {
		const failures = new Map(Array.from({ length: itemCount }, (_, index) => [index, error]));
		throwUnlessContinuing(context, failures);
		return [settled({ failures, results: new Map(), calls: [] })];
	};

	const setting = await prepare(context, parametersOf, operation).catch((error: Error) => error);
	if (setting instanceof Error) return allFail(setting);
	const { options, connection } = setting;
	({ endpoint } = setting);
	const reading = await readCalls(
		itemCount,
		parametersOf,
		endpoint,
		{
			timezone: context.getTimezone(),
			startedAt: Date.now(),
			liquid: options.translateLiquid ? toLiquid : (text) => text,
			runKey: () => runKeyOf(context),
		},
		// a try again has to give account of what the one before sent
		hasSentBefore(context) ? undefined : context.getExecutionCancelSignal(),
	);
	const { calls, failures } = await checkCalls(reading, endpoint);
	throwUnlessContinuing(context, failures);
	const tooMany = faultOf(() =>
		checkMostObjects(calls, endpoint, { most: options.mostObjects, isTool: isTool(context) }),
	);
	if (tooMany) return allFail(tooMany);

	const sentBefore = recallSent(context);
	const sender = openSender(context, connection, options);
	const prepared = await prepareCalls(
		calls.filter(({ itemIndex }) => !sentBefore.has(itemIndex)),
		endpoint,
		sender,
	);
	throwUnlessContinuing(context, prepared.failures);
	const results: ItemResults = new Map([...sentBefore, ...prepared.results]);
	throwFirstFailure(context, results, endpoint);
	const requests = planRequests(prepared.calls, {
		...batchOf(endpoint),
		most: options.entriesPerRequest,
	});
	const account = (): INodeExecutionData[] =>
		settled({
			failures: new Map([...failures, ...prepared.failures]),
			results,
			calls: [...calls, ...prepared.calls],
		});
	if (options.dryRun) {
		return [[...dryRunItems(requests, connection.url, batchOf(endpoint)?.place), ...account()]];
	}
	const sent = await send(context, requests, sender, endpoint, isUnclear(sentBefore));
	for (const [itemIndex, result] of withMisses(sent, keptIn(prepared.calls), endpoint)) {
		results.set(itemIndex, result);
	}
	throwFirstFailure(context, results, endpoint);
	return [account()];
}

function keptIn(calls: Call[]): (itemIndex: number) => Kept {
	const kept = new Map(calls.map(({ itemIndex, content }) => [itemIndex, content.kept]));
	return (itemIndex) => kept.get(itemIndex) ?? {};
}

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

/** Stops a run that does not continue on fail, once what Braze has taken is noted. */
function throwFirstFailure(
	context: IExecuteFunctions,
	results: ItemResults,
	endpoint: Endpoint,
): void {
	if (context.continueOnFail()) return;
	const failure = firstFailure(context.getNode(), results, wordsOf(endpoint.effect));
	if (!failure) return;
	rememberSent(context, results);
	throw failure;
}

/** What holds for the whole run; a fault in it fails every item. */
async function prepare(
	context: IExecuteFunctions,
	parametersOf: (itemIndex: number) => ItemParameters,
	operation: Operation,
) {
	const itemCount = context.getInputData().length;
	const endpoint = chooseEndpoint(operation, itemCount, parametersOf);
	const options = readRunOptions(itemCount, parametersOf, endpoint);
	return { endpoint, options, connection: await connect(context) };
}

function faultOf(check: () => void): Error | undefined {
	try {
		check();
		return undefined;
	} catch (error) {
		return error as Error;
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

/** n8n gives a node that an agent calls a type of its own. */
const isTool = (context: IExecuteFunctions): boolean => context.getNode().type.endsWith('Tool');

function throwUnlessContinuing(context: IExecuteFunctions, failures: Map<number, Error>): void {
	const [firstBad] = failures;
	if (firstBad && !context.continueOnFail()) throw inputFailure(context.getNode(), ...firstBad);
}

const isUnclear = (results: ItemResults): boolean =>
	[...results.values()].some(({ outcome }) => outcome.kind === 'mayHaveBeenSent');

async function send(
	context: IExecuteFunctions,
	planned: PlannedRequest[],
	sender: Sender,
	endpoint: Endpoint,
	stopped: boolean,
): Promise<ItemResults> {
	const answered = await sender(endpoint, planned, stopped);
	const { requests, outcomes } = await askAgain(planned, answered, endpoint, sender);
	context.addExecutionHints(...hintsOf(requests, outcomes, endpoint));
	return resultsByItem(requests, outcomes, endpoint);
}
