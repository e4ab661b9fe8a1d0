import type { Call } from '../call';
import type { Batch } from '../part';
import { byList } from '../request';

/** As much of a call as one request takes. */
export type CallPart = Call;

/**
 * @returns the call itself where one request takes it; otherwise its parts, as many entries each as a request takes, and
 *   the lists apart where a request holds only one
 */
export function splitCall(
	call: Call,
	{ most, oneList }: Pick<Batch, 'most' | 'oneList'>,
): CallPart[] {
	const lists = oneList ? [...byList(call.entries).values()] : [call.entries];
	if (lists.length <= 1 && call.entries.length <= most) return [call];
	const bytesOfOne = call.entryBytes / Math.max(1, call.entries.length);
	return lists.flatMap((entries) =>
		chunksOf(entries, most).map((chunk) => ({
			...call,
			entries: chunk,
			entryBytes: Math.ceil(bytesOfOne * chunk.length),
		})),
	);
}

function chunksOf<T>(all: T[], size: number): T[][] {
	const chunks: T[][] = [];
	for (let start = 0; start < all.length; start += size)
		chunks.push(all.slice(start, start + size));
	return chunks;
}
