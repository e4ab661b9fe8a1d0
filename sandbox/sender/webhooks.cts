import type { Subject } from './events.cts';
import { render, type Rendering } from './liquid.cts';
import { addressFault, type WebhookContent } from './settings.cts';
import { backOff, inWords, type Answered, type SentRequest, type Wire } from './wire.cts';

const TIMEOUT_MS = 90_000;
const MOST_RETRIES = 5;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** All retries of an answer fall into this. */
const RETRY_SPAN_MS = 30 * MINUTE;
/** 30 s, 1, 2, 4 and 8 minutes: together less than the span. */
const FIRST_RETRY_MS = 30_000;
/** Waits while the host cannot be reached: together less than a day. */
const UNREACHABLE_WAITS_MS = [MINUTE, 10 * MINUTE, HOUR, 4 * HOUR, 18 * HOUR];

type Raise = (eventType: string, subject: Subject, values: Record<string, unknown>) => void;

/** A request of one webhook message to one user. */
interface Job {
	method: string;
	url: string;
	headers: Record<string, string>;
	body: string | undefined;
	subject: Subject;
	firstAt: number;
}

/** Makes the requests of webhook messages and repeats them after Braze's rules. */
export class Webhooks {
	constructor(
		private readonly wire: Wire,
		private readonly raise: Raise,
	) {}

	/** Sends a message whose texts are rendered. */
	send(content: WebhookContent, subject: Subject): void {
		const headers = Object.entries(content.request_headers ?? {}).map(
			([name, value]) => [name, String(value)] as const,
		);
		const { body } = content;
		const job: Job = {
			method: content.request_method ?? 'POST',
			url: content.url,
			headers: Object.fromEntries(headers),
			body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
			subject,
			firstAt: this.wire.clock.now(),
		};
		this.wire.track(this.request(job, 0));
	}

	private async request(job: Job, attempt: number): Promise<void> {
		const { method, url, headers, body } = job;
		const startedAt = Date.now();
		const answered = await this.wire.send({
			kind: 'webhook',
			method,
			url,
			headers,
			body,
			timeoutMs: TIMEOUT_MS,
			attempt,
		});
		const { record } = answered;
		if (addressFault(url) !== undefined) {
			record.outcome = 'not sent';
			return;
		}
		if (record.status !== null && record.status >= 200 && record.status < 300) {
			record.outcome = 'delivered';
			this.raise('users.messages.webhook.Send', job.subject, {});
			return;
		}
		const wait = this.waitAfter(job, attempt, answered);
		this.raise(
			'users.messages.webhook.Failure',
			job.subject,
			failure(url, record, wait === undefined, Date.now() - startedAt),
		);
		record.outcome = wait === undefined ? 'given up' : `again in ${inWords(wait)}`;
		if (wait === undefined) return;
		this.wire.later(wait, () => this.wire.track(this.request(job, attempt + 1)));
	}

	/** How long to wait for the next attempt; undefined where there is none. */
	private waitAfter(
		{ firstAt }: Job,
		attempt: number,
		{ record, headers }: Answered,
	): number | undefined {
		const { status } = record;
		if (attempt === MOST_RETRIES) return undefined;
		if (status === null) return UNREACHABLE_WAITS_MS[attempt];
		if (status !== 408 && status !== 429 && status < 500) return undefined;
		const now = this.wire.clock.now();
		const wait = askedWait(headers, now) ?? backOff(attempt, FIRST_RETRY_MS, RETRY_SPAN_MS);
		return now + wait - firstAt > RETRY_SPAN_MS ? undefined : wait;
	}
}

/** What the answer asks to wait, in milliseconds; undefined where it asks nothing. */
function askedWait(headers: Headers, now: number): number | undefined {
	const after = headers.get('retry-after');
	if (after !== null) {
		const seconds = Number(after);
		const wait = Number.isNaN(seconds) ? Date.parse(after) - now : seconds * 1000;
		return Number.isNaN(wait) ? undefined : Math.max(wait, 0);
	}
	const remaining = headers.get('x-rate-limit-remaining');
	const reset = Number(headers.get('x-rate-limit-reset') ?? NaN);
	if (Number.isNaN(reset) || (remaining !== null && Number(remaining) > 0)) return undefined;
	return Math.max(reset * 1000 - now, 0);
}

function failure(
	url: string,
	record: SentRequest,
	isTerminal: boolean,
	duration: number,
): Record<string, unknown> {
	const address = URL.canParse(url) ? new URL(url) : undefined;
	const { answer, attempt, status } = record;
	return {
		content_length: answer === undefined ? null : Buffer.byteLength(answer),
		endpoint_url: url,
		host: address?.host,
		url_path: address?.pathname,
		http_status_code: status,
		is_terminal: isTerminal,
		raw_response: answer,
		retry_count: attempt,
		webhook_duration: duration,
		webhook_failure_source: status === null ? 'Host unreachable' : 'Endpoint',
	};
}

/** The webhook message with its Liquid filled in. */
export function renderWebhook(content: WebhookContent, rendering: Rendering): WebhookContent {
	const fill = (value: unknown): unknown => {
		if (typeof value === 'string') return render(value, rendering);
		if (typeof value !== 'object' || value === null) return value;
		if (Array.isArray(value)) return value.map(fill);
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]));
	};
	return fill(content) as WebhookContent;
}
