import { AbortedMessage, cutAtTag, readTag, type ContentRequest } from './content-tag.cts';
import { render, type Rendering } from './liquid.cts';
import type { ContentCredential } from './settings.cts';
import { backOff, type Wire } from './wire.cts';

const TIMEOUT_MS = 2000;
const MAX_CACHED_BYTES = 1_000_000;
const MOST_RETRIES = 5;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 60_000;

interface ContentAnswer {
	status: number | null;
	text: string;
}

interface Cached extends ContentAnswer {
	until: number;
}

const known = new WeakMap<object, boolean>();

/** Whether a message has a tag anywhere in its texts. */
export function hasContentTag(content: object): boolean {
	const found = known.get(content) ?? /\{%-?\s*connected_content\s/.test(JSON.stringify(content));
	// One message goes to many users.
	known.set(content, found);
	return found;
}

/** Asks for content while a message is rendered, as Braze's Connected Content does. */
export class ConnectedContent {
	private readonly cache = new Map<string, Cached>();

	constructor(
		private readonly wire: Wire,
		private readonly credentials: Record<string, ContentCredential>,
	) {}

	/**
	 * Renders every text of a message in turn, so that what one saves the next can name.
	 *
	 * @throws AbortedMessage where a tag cannot be read, or one with :retry got no answer of 2XX
	 */
	async renderAll(value: unknown, rendering: Rendering): Promise<unknown> {
		if (typeof value === 'string') return await this.renderText(value, rendering);
		if (typeof value !== 'object' || value === null) return value;
		const rendered: Array<[string, unknown]> = [];
		for (const [key, inner] of Object.entries(value)) {
			rendered.push([key, await this.renderAll(inner, rendering)]);
		}
		return Array.isArray(value) ? rendered.map(([, inner]) => inner) : Object.fromEntries(rendered);
	}

	private async renderText(text: string, rendering: Rendering): Promise<string> {
		const cut = cutAtTag(text);
		if (!cut) return render(text, rendering);
		const request = readTag(cut.tag, rendering, this.credentials);
		const answer = await this.ask(request);
		const isGood = answer.status !== null && answer.status >= 200 && answer.status < 300;
		if (request.save !== undefined) rendering.saved[request.save] = savedOf(answer);
		const inserted = request.save === undefined && isGood ? answer.text : '';
		const before = render(cut.before, rendering);
		return before + inserted + (await this.renderText(cut.after, rendering));
	}

	private async ask(request: ContentRequest): Promise<ContentAnswer> {
		const { method, url, headers, body, cacheSeconds } = request;
		const key = JSON.stringify([method, url, headers, body]);
		const now = this.wire.clock.now();
		const cached = this.cache.get(key);
		if (cacheSeconds > 0 && cached && cached.until > now) return cached;
		for (let attempt = 0; ; attempt += 1) {
			const { record } = await this.wire.send({
				kind: 'connected_content',
				method,
				url,
				headers,
				body,
				timeoutMs: TIMEOUT_MS,
				attempt,
			});
			const { status, answer: text = '' } = record;
			if (status !== null && status >= 200 && status < 300) {
				record.outcome = request.save === undefined ? 'inserted' : `saved as ${request.save}`;
				if (cacheSeconds > 0 && Buffer.byteLength(text) <= MAX_CACHED_BYTES) {
					this.cache.set(key, { status, text, until: now + cacheSeconds * 1000 });
				}
				return { status, text };
			}
			record.outcome = 'nothing inserted';
			if (!request.retry) return { status, text };
			if (attempt === MOST_RETRIES) {
				record.outcome = 'message aborted';
				throw new AbortedMessage(`Connected Content ${method} ${record.url} gave no answer of 2XX`);
			}
			await this.wire.pause(backOff(attempt, FIRST_RETRY_MS, LONGEST_RETRY_MS));
		}
	}
}

function savedOf({ status, text }: ContentAnswer): unknown {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return text;
	}
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isObject ? { ...(value as object), __http_status_code__: status } : value;
}
