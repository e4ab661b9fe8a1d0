import type { IExecuteFunctions } from 'n8n-workflow';

import type { Endpoint } from '../operation';
import type { RunOptions } from '../read/options';
import type { PlannedRequest } from '../request';
import { continuesOnFail } from '../tool';
import { withAttempts } from './attempts';
import { openFiles, withFile } from './file';
import { inPieces } from './inPieces';
import type { Outcome } from './outcome';
import { withPages } from './paging';
import { RateLimit } from './rateLimit';
import { sendRequests } from './send';
import type { Sending } from './send';
import { openExchange } from './transport';
import type { Connection } from './transport';
import { withFiles } from './withFiles';
import { withoutRefused } from './withoutRefused';

/**
 * Sends the requests of a run to one of its endpoints.
 *
 * @returns what became of each request, in the same order
 */
export type Sender = (
	endpoint: Endpoint,
	requests: PlannedRequest[],
	how?: SendingTurn,
) => Promise<Outcome[]>;

export interface SendingTurn {
	/** Whether an earlier try of the run ended in doubt, so that nothing may leave. */
	stopped?: boolean;
	/** Told of each request at once, while others are still under way; throws nothing. */
	ended?: Sending['ended'];
}

/** @returns what sends the requests of a run; those that share a rate limit in Braze keep to it together, and what a look-up uses up holds no write back */
export function openSender(
	context: IExecuteFunctions,
	connection: Connection,
	{ timeout, retryPolicy, concurrency, fileWait }: RunOptions,
): Sender {
	const limits = new Map<string | undefined, RateLimit>();
	const signal = context.getExecutionCancelSignal();
	const continues = continuesOnFail(context);
	return async (endpoint, requests, { stopped = false, ended } = {}) => {
		const { requestsPerMinute, paging, file, rateLimit } = endpoint;
		const limit = limits.get(rateLimit) ?? new RateLimit();
		limits.set(rateLimit, limit);
		const exchange = openExchange(connection, timeout, endpoint);
		const attempt = withAttempts(exchange, retryPolicy, signal, { limit, requestsPerMinute });
		const sendSome = withFiles(withoutRefused(attempt, endpoint), context);
		const sendOne = inPieces(sendSome, endpoint, !continues);
		const sendWhole = paging ? withPages(sendOne, paging) : sendOne;
		return await sendRequests(requests, {
			send:
				file && fileWait
					? withFile(
							sendWhole,
							file,
							fileWait,
							openFiles(context, timeout, signal),
							connection.url,
							signal,
						)
					: sendWhole,
			effect: endpoint.effect,
			mask: connection.mask,
			concurrency,
			stopAtFailure: !continues,
			stopped: stopped && !continues,
			ended,
			signal,
		});
	};
}
