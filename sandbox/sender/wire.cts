import type { Clock } from '../clock.cts';
import { addressFault } from './settings.cts';

/** What of Braze calls. */
export type SentKind = 'currents' | 'webhook' | 'postback' | 'callback' | 'connected_content';

/** A request that the sandbox is to make. */
export interface Outgoing {
	kind: SentKind;
	method: string;
	url: string;
	headers: Record<string, string>;
	/** As it goes out. */
	body?: string;
	/** How long Braze waits, in milliseconds of real time. */
	timeoutMs: number;
	/** 0 for the first time. */
	attempt: number;
}

/** A request that the sandbox made, and what came back. */
export interface SentRequest {
	index: number;
	/** Sandbox time in epoch milliseconds. */
	at: number;
	kind: SentKind;
	method: string;
	url: string;
	/** As sent, with secrets masked. */
	headers: Record<string, string>;
	/** Parsed where it is JSON. */
	body?: unknown;
	attempt: number;
	/** null where there is no answer, yet or at all. */
	status: number | null;
	answer?: string;
	/** Why there is no answer. */
	failure?: string;
	/** What the sandbox makes of the answer, such as "again in 2 s". */
	outcome?: string;
}

/** An answer, with what the record leaves out. */
export interface Answered {
	record: SentRequest;
	headers: Headers;
}

/** Stops what waited for an answer when the sandbox forgot everything in between. */
class Forgotten extends Error {}

/** Makes requests of this sandbox, writes them down, and knows which are still under way. */
export class Wire {
	readonly sent: SentRequest[] = [];
	/** Has the sandbox look what is due, and when to look again. */
	wake: () => void = () => undefined;
	/** Pieces of work that are under way. */
	private busy = 0;
	private waiting: Array<() => void> = [];
	private ending = new AbortController();

	constructor(
		readonly clock: Pick<Clock, 'now'>,
		private readonly tasks: () => { add(at: number, run: () => void): void },
	) {}

	/** Runs something that sends, so that `settled` waits for it. */
	track(work: Promise<void>): void {
		this.busy += 1;
		void work
			.catch((error: unknown) => {
				if (!(error instanceof Forgotten)) throw error;
			})
			.finally(() => this.rest());
	}

	/** Does something after so many milliseconds of the sandbox's clock. */
	later(ms: number, run: () => void): void {
		this.tasks().add(this.clock.now() + ms, run);
		this.wake();
	}

	/** Holds tracked work up for so many milliseconds of the sandbox's clock. */
	async pause(ms: number): Promise<void> {
		await new Promise<void>((resolve) => {
			this.later(ms, () => {
				this.busy += 1;
				resolve();
			});
			this.rest();
		});
	}

	/** Resolves once no request is under way; what waits for its time is not waited for. */
	async settled(): Promise<void> {
		while (this.busy > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
	}

	private rest(): void {
		this.busy -= 1;
		if (this.busy === 0) for (const resolve of this.waiting.splice(0)) resolve();
	}

	/** Makes a request; one that may not leave this machine is written down and not made. */
	async send(outgoing: Outgoing): Promise<Answered> {
		const { signal } = this.ending;
		const record = this.record(outgoing);
		const fault = addressFault(outgoing.url);
		if (fault !== undefined) {
			record.failure = fault;
			return { record, headers: new Headers() };
		}
		const { method, url, headers, body, timeoutMs } = outgoing;
		try {
			const response = await fetch(url, {
				method,
				headers,
				// as bytes: a text would be declared as plain text
				body: body === undefined || method === 'GET' ? undefined : Buffer.from(body),
				redirect: 'manual',
				signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
			});
			record.answer = await response.text();
			record.status = response.status;
			return { record, headers: response.headers };
		} catch (error) {
			if (signal.aborted) throw new Forgotten();
			record.failure = reasonOf(error);
			return { record, headers: new Headers() };
		}
	}

	/** Gives up what is under way and forgets what was. */
	reset(): void {
		this.ending.abort();
		this.ending = new AbortController();
		this.sent.length = 0;
	}

	private record({ kind, method, url, headers, body, attempt }: Outgoing): SentRequest {
		const record: SentRequest = {
			index: this.sent.length,
			at: this.clock.now(),
			kind,
			method,
			url: url.replace(/([?&](?:secret|token)=)[^&#]*/gi, '$1***'),
			headers: masked(headers),
			...(body !== undefined && { body: parsed(body) }),
			attempt,
			status: null,
		};
		this.sent.push(record);
		return record;
	}
}

const SECRET_HEADER = /^authorization$|secret|token/i;

function masked(headers: Record<string, string>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [
			name,
			SECRET_HEADER.test(name) ? value.replace(/^((?:bearer|basic) )?.*$/is, '$1***') : value,
		]),
	);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch (error) {
		if (error instanceof SyntaxError) return text;
		throw error;
	}
}

// What fetch says is always "fetch failed"; what happened stands in its cause.
function reasonOf(error: unknown): string {
	const { name, message, cause } = error as Error;
	if (name === 'TimeoutError') return 'no answer in time';
	const { code, message: detail } = (cause ?? {}) as { code?: string; message?: string };
	return detail || code || message;
}

/** A wait that doubles with each attempt, up to a longest. */
export function backOff(attempt: number, firstMs: number, longestMs: number): number {
	return Math.min(firstMs * 2 ** attempt, longestMs);
}

/** A wait in words. */
export function inWords(ms: number): string {
	return ms < 120_000 ? `${Math.round(ms / 100) / 10} s` : `${Math.round(ms / 60_000)} min`;
}
