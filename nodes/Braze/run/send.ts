import type { PlannedRequest } from './call';
import type { Outcome } from './outcome';
import type { Exchange } from './transport';

const notSent: Outcome = {
	kind: 'notSent',
	reason: 'Not sent, because an earlier request of this run failed',
	advice:
		'Mend that one first; to send the others all the same, set On Error of the node to Continue',
};

/**
 * Sends planned requests with bounded concurrency; a request that names a user of an earlier one waits for its answer.
 *
 * @param stopAtFailure whether a request that is not accepted keeps the ones not yet started from leaving
 * @returns what became of each request, in the order of the plan
 */
export async function sendRequests(
	requests: PlannedRequest[],
	exchange: Exchange,
	stopAtFailure: boolean,
	concurrency: number,
): Promise<Outcome[]> {
	const answers: Array<Promise<Outcome>> = [];
	let next = 0;
	let stopped = false;

	const sendOne = async (request: PlannedRequest): Promise<Outcome> => {
		await Promise.all(request.after.map(async (position) => await answers[position]));
		if (stopped) return notSent;
		const outcome = await exchange(request);
		if (stopAtFailure && outcome.kind !== 'accepted') stopped = true;
		return outcome;
	};
	const worker = async (): Promise<void> => {
		while (next < requests.length) {
			const position = next++;
			answers[position] = sendOne(requests[position]);
			await answers[position];
		}
	};
	await Promise.all(Array.from({ length: Math.min(concurrency, requests.length) }, worker));
	return await Promise.all(answers);
}
