import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { WriteContext } from '../fields/write';
import type { Operation } from '../operations/operation';
import { planRequests } from './plan';
import { readCalls } from './read';
import { sendRequests } from './send';
import { inputFailure, settle } from './settle';
import { openTransport } from './transport';

/**
 * One run of the node: read and check every item, plan the requests, send them, settle one output per input item.
 *
 * @throws NodeOperationError or NodeApiError at the first failure, unless the node continues on fail;
 *   for a failure found in the input nothing was sent
 */
export async function runOperation(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[][]> {
	const writing: WriteContext = { timezone: context.getTimezone(), liquid: (text) => text };
	const { calls, failures } = readCalls(context, operation, writing);
	const [firstBad] = failures;
	if (firstBad && !context.continueOnFail()) throw inputFailure(context.getNode(), ...firstBad);

	const requests = planRequests(calls);
	const outcomes = await sendRequests(
		requests,
		await openTransport(context),
		!context.continueOnFail(),
	);
	return [settle(context, { failures, requests, outcomes })];
}
