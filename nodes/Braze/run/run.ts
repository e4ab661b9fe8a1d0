import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toLiquid } from '../fields/liquid';
import type { Operation } from '../operations/operation';
import { dryRunItems } from './dryRun';
import { hintsOf } from './hints';
import { readOptions } from './options';
import { runParameters } from './parameters';
import type { ItemParameters } from './parameters';
import { planRequests } from './plan';
import { readCalls } from './read';
import type { Reading } from './read';
import { sendRequests } from './send';
import { inputFailure, settle } from './settle';
import { connect, openExchange } from './transport';

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
	const outputOf: Parameters<typeof settle>[2] = (answer, { message }, itemIndex) =>
		operation.output?.(answer, message, parametersOf(itemIndex)) ?? [answer];
	const settled = (result: Parameters<typeof settle>[1]): INodeExecutionData[] =>
		settle(context, result, outputOf);

	const setting = await prepare(context, parametersOf(0)).catch((error: Error) => error);
	if (setting instanceof Error) {
		const failures = new Map(Array.from({ length: itemCount }, (_, index) => [index, setting]));
		throwUnlessContinuing(context, failures);
		return [settled({ failures, requests: [], outcomes: [] })];
	}
	const { options, connection } = setting;
	const { calls, failures }: Reading = readCalls(itemCount, parametersOf, operation, {
		timezone: context.getTimezone(),
		liquid: options.translateLiquid ? toLiquid : (text) => text,
	});
	throwUnlessContinuing(context, failures);

	const requests = planRequests(calls, options.usersPerRequest);
	if (options.dryRun) {
		const failed = settled({ failures, requests: [], outcomes: [] });
		return [[...dryRunItems(requests, connection.url), ...failed]];
	}
	const outcomes = await sendRequests(
		requests,
		openExchange(connection, options.timeout),
		!context.continueOnFail(),
		options.concurrency,
	);
	const result = { failures, requests, outcomes };
	context.addExecutionHints(...hintsOf(result));
	return [settled(result)];
}

/** What holds for the whole run; a fault in it fails every item. */
async function prepare(context: IExecuteFunctions, firstItem: ItemParameters) {
	return { options: readOptions(firstItem), connection: await connect(context) };
}

function throwUnlessContinuing(context: IExecuteFunctions, failures: Map<number, Error>): void {
	const [firstBad] = failures;
	if (firstBad && !context.continueOnFail()) throw inputFailure(context.getNode(), ...firstBad);
}
