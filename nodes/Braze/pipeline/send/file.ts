import { sleep } from 'n8n-workflow';
import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { LaterFile } from '../operation';
import type { PlannedRequest } from '../request';
import { unlessSilent } from './silence';
import type { Stream } from './silence';
import type { Accepted, MayHaveBeenSent, Outcome } from './outcome';

/** How a run waits for files. */
export interface FileWait {
	/** Name of the output's binary field. */
	field: string;
	/** Milliseconds in all. */
	maxWaitMs: number;
}

/** What one look at the address of a file gave. */
export type Look = 'notThere' | { file: IBinaryData } | { refused: string };

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/** Older versions of n8n give the size as text alone. */
const isEmptyFile = ({ bytes, fileSize }: IBinaryData): boolean =>
	bytes === 0 || fileSize === '0 B';

/** What a server says in place of a file, such as a page to sign in or an error. */
const inPlaceOfFile = /^(?:text\/html|(?:application|text)\/(?:[a-z.+-]*\+)?(?:json|xml))\b/i;

/** Braze answers so until the file is there, and a server in trouble may be well again soon. */
const comesLater = (status: number): boolean => status === 403 || status === 429 || status >= 500;

/**
 * @param origin of the REST endpoint, the only address to which a request may go unencrypted where it itself does
 * @returns why a file must not be fetched from an address; undefined where it may be
 */
export function unusableAddress(url: string, origin: string): string | undefined {
	if (!URL.canParse(url)) return 'Braze gives an address of the file that cannot be read';
	const { protocol, origin: own } = new URL(url);
	return protocol === 'https:' || own === origin
		? undefined
		: 'Braze gives an address of the file that is not encrypted (https), so it is not fetched';
}

/**
 * @param timeout milliseconds for one look, and between two parts of the file
 * @returns what looks for a file once; the request carries no key, and goes where the address says and nowhere else
 */
export const openFiles =
	(context: IExecuteFunctions, timeout: number, signal?: AbortSignal) =>
	async (url: string, name: string, mimeType: string): Promise<Look> => {
		const response = (await context.helpers.httpRequest({
			method: 'GET',
			url,
			// one that is compressed on its way and ends too early would pass for whole
			headers: { 'Accept-Encoding': 'identity' },
			timeout,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as { statusCode: number; body: Stream; headers?: IDataObject };
		const { statusCode: status, body, headers } = response;
		const type = String(headers?.['content-type'] ?? '').trim();
		const isOther = inPlaceOfFile.test(type);
		if (status === 200 && !isOther) {
			const read = async (): Promise<IBinaryData> =>
				await context.helpers.prepareBinaryData(body, name, mimeType);
			const file = await unlessSilent(body, timeout, read, signal);
			if (isEmptyFile(file)) throw new Error('it was empty');
			return { file };
		}
		body.destroy();
		if (status === 200) {
			const page = type.toLowerCase().startsWith('text/html') ? 'a web page' : type;
			return { refused: `the address of the file answers with ${page}` };
		}
		return comesLater(status)
			? 'notThere'
			: { refused: `the address of the file answers ${status}` };
	};

type Send = (request: PlannedRequest) => Promise<Outcome>;

/**
 * @param send sends one request, attempts included
 * @param look looks for a file once; throws where the network fails
 * @param origin of the REST endpoint
 * @returns what waits for the file that an accepted answer points at and adds it to the outcome
 */
export const withFile =
	(
		send: Send,
		file: LaterFile,
		{ field, maxWaitMs }: FileWait,
		look: ReturnType<typeof openFiles>,
		origin: string,
		signal?: AbortSignal,
	): Send =>
	async (planned) => {
		const outcome = await send(planned);
		if (outcome.kind !== 'accepted') return outcome;
		const url = file.urlOf(outcome.answer);
		if (url === undefined)
			return without(file.withoutUrl, 'Turn the option off for this workspace');
		const fault = unusableAddress(url, origin);
		if (fault) return without(fault, 'Fetch the file from the dashboard, or use a callback URL');
		const name = file.nameOf(outcome.answer);
		const start = Date.now();
		let lastFault = 'it was not there yet';
		for (let times = 1; ; times++) {
			const found = await look(url, name, file.mimeType).catch((error: Error) => {
				lastFault = error.message;
				return 'notThere' as const;
			});
			const seconds = Math.round((Date.now() - start) / 1000);
			if (found !== 'notThere' && 'file' in found) {
				return { ...outcome, binary: { [field]: found.file }, fetched: { name, seconds, times } };
			}
			if (found !== 'notThere') return without(found.refused, later(outcome, url));
			if (signal?.aborted) return without('the execution was cancelled', later(outcome, url));
			const left = maxWaitMs - (Date.now() - start);
			if (left <= 0) return without(`after ${seconds} seconds ${lastFault}`, later(outcome, url));
			const pause = Math.min(left, LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (times - 1));
			// the signal, which is looked at above, ends the pause as well
			await sleep(pause, signal).catch(() => undefined);
		}
	};

const without = (reason: string, advice: string): MayHaveBeenSent => ({
	kind: 'mayHaveBeenSent',
	reason: `Braze took the request, but there is no file: ${reason}`,
	advice,
});

const later = ({ answer }: Accepted, url: string): string =>
	`Get it later from ${url}, or raise Max Wait for File${
		typeof answer.object_prefix === 'string' ? ` (export ${answer.object_prefix})` : ''
	}`;
