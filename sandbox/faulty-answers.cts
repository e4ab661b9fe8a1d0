import type { FullAnswer } from './api.cts';
import type { Fault } from './faults.cts';

/** An answer that breaks off: at once, or in the middle of a body. */
export interface BrokenAnswer {
	connection: 'reset' | 'truncated';
	answer?: FullAnswer;
}

/** A page where JSON should be, as proxies in front of Braze send it. */
export interface HtmlAnswer {
	status: number;
	html: string;
	headers: Record<string, string>;
}

const BAD_GATEWAY =
	'<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';
const DEFAULT_RETRY_AFTER_SECONDS = 1;
const SERVER_ERRORS: Record<string, string> = {
	'500': 'Internal Server Error',
	'502': 'Bad Gateway',
	'503': 'Service Unavailable',
	'504': 'Gateway Timeout',
};

/**
 * What the client gets for a fault, given Braze's own answer where it acted on the request. Reset
 * times are in real time, because that is the time the client waits in.
 */
export function faultyAnswer(
	fault: Fault,
	answer: FullAnswer | undefined,
	realNow: number,
): FullAnswer | HtmlAnswer | BrokenAnswer | undefined {
	switch (fault.kind) {
		case 'slow':
			return answer;
		case 'reset-before':
		case 'reset-after':
			return { connection: 'reset' };
		case 'truncated':
			return { connection: 'truncated', answer };
		case 'queued':
			return queued(answer);
		case 'html-502':
			return { status: 502, html: BAD_GATEWAY, headers: {} };
		case '500':
		case '502':
		case '503':
		case '504':
			return serverError(fault.kind);
		case '504-after':
			return serverError('504');
		default:
			return {
				status: 429,
				body: { message: 'Rate Limited' },
				headers: tooManyHeaders(fault, realNow),
			};
	}
}

function serverError(status: string): FullAnswer {
	return { status: Number(status), body: { message: SERVER_ERRORS[status] }, headers: {} };
}

// A request Braze would refuse is refused in times of maintenance as well.
function queued(answer: FullAnswer | undefined): FullAnswer | undefined {
	const isAccepted = answer && answer.status < 300;
	return isAccepted ? { ...answer, status: 202, body: { message: 'queued' } } : answer;
}

function tooManyHeaders(fault: Fault, realNow: number): Record<string, string> {
	const seconds = fault.retryAfterSeconds ?? DEFAULT_RETRY_AFTER_SECONDS;
	const counted = { 'X-RateLimit-Limit': '250000', 'X-RateLimit-Remaining': '0' };
	switch (fault.kind) {
		case '429-seconds-reset':
			return { ...counted, 'X-RateLimit-Reset': String(seconds) };
		case '429-x-ratelimit-retry-after':
			return { 'X-Ratelimit-Retry-After': String(seconds) };
		case '429-retry-after':
			return { 'Retry-After': String(seconds) };
		case '429-garbage-headers':
			return {
				'X-RateLimit-Limit': 'many',
				'X-RateLimit-Remaining': '',
				'X-RateLimit-Reset': 'soon',
				'Retry-After': 'later',
			};
		default:
			return {
				...counted,
				'X-RateLimit-Reset': String(Math.ceil(realNow / 1000) + seconds),
			};
	}
}
