import { sleep } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';

/** A file on its way. */
export type Stream = Exclude<
	Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0],
	Buffer | Uint8Array
>;

/**
 * Reads a stream as long as something of it arrives. n8n waits without end for one that began and then falls silent: its own
 * timeout is over once an answer begins.
 *
 * @param longest milliseconds without anything new
 * @param cancel ends the reading at once
 * @throws what reading throws, or that the stream fell silent
 */
export async function unlessSilent<T>(
	stream: Stream,
	longest: number,
	read: () => Promise<T>,
	cancel?: AbortSignal,
): Promise<T> {
	const over = new AbortController();
	const stop = (): void => over.abort();
	const push = stream.push.bind(stream);
	let arrived = 0;
	// a listener for data would make it flow before anybody reads it
	stream.push = (...part) => {
		arrived += 1;
		return push(...part);
	};
	const silence = async (): Promise<never> => {
		for (let before = -1; before !== arrived && !over.signal.aborted; ) {
			before = arrived;
			// what ends the pause early is looked at at once
			await sleep(longest, over.signal).catch(() => undefined);
		}
		throw new Error(
			cancel?.aborted
				? 'the execution was cancelled'
				: `it began and then nothing more of it came within ${longest} ms`,
		);
	};
	cancel?.addEventListener('abort', stop, { once: true });
	try {
		return await Promise.race([read(), silence()]);
	} finally {
		// read to its end or given up: nobody reads on
		stream.destroy();
		stop();
		cancel?.removeEventListener('abort', stop);
	}
}
