import type { BrazeError } from '../errors.cts';
import type { RateLimitName } from '../limits.cts';
import type { Schedules } from '../messaging/schedules.cts';
import type { RateLimit, RateLimits } from '../rate-limits.cts';
import type { JsonSchema } from '../schemas/json-schema.cts';
import type { Problem } from '../schemas/validate.cts';
import type { Workspace } from '../workspace/workspace.cts';

export type JsonObject = Record<string, unknown>;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What Braze answers, before headers every answer has. */
export interface Answer {
	body: JsonObject;
	/** Of this answer alone, such as Link. */
	headers?: Record<string, string>;
	/** Where it is not the endpoint's `success`. */
	status?: number;
}

/** A request that passed authentication and its schemas. */
export interface Call {
	/** {} where the endpoint takes none. */
	body: JsonObject;
	/** The keys that came once. */
	query: Record<string, string>;
	/** Every value of a key of the query, however often it came. */
	queryList(key: string): string[];
	/** What stands for the placeholders of the path, percent-decoded. */
	params: Record<string, string>;
	/** The path as sent, for links to further pages. */
	path: string;
	/** Where the sandbox was reached, such as http://127.0.0.1:5690. */
	origin: string;
	workspace: Workspace;
	schedules: Schedules;
	rateLimits: RateLimits;
	requestIndex: number;
	/** Writes a remark on the recorded request. */
	note(text: string): void;
	/** Has the answer's headers tell of this limit instead of the usual one. */
	tell(limit: RateLimit): void;
}

/** What a request is counted by, before anything of it was checked. */
export interface Counting {
	/** {} where none came or it could not be read. */
	body: JsonObject;
	rateLimits: RateLimits;
	/** Sandbox time in epoch milliseconds. */
	now: number;
}

/** One endpoint of Braze. */
export interface Endpoint {
	method: Method;
	/** With its placeholders: /catalogs/{catalog_name}/items. */
	path: string;
	permission: string;
	/**
	 * The counter of RATE_LIMITS it shares with the endpoints that name the same one, or what counts
	 * it. Default requestsPerHour.
	 */
	rateLimit?: RateLimitName | ((counting: Counting) => RateLimit);
	/** Of the JSON body. Left out: a body is refused. */
	body?: JsonSchema;
	/** Of the query, whose values are text; a key that came more than once is a list. Left out: every key is refused. */
	query?: JsonSchema;
	/** Of the placeholders, where more is asked of them than to be there. */
	params?: JsonSchema;
	/** How a request that breaks a schema is refused. Default: usualRefusal. */
	refusal?: (problems: Problem[]) => BrazeError;
	/** The status of an answer that is no refusal. */
	success: 200 | 201 | 202;
	/** Acts and answers; throws a BrazeError to refuse. */
	handle(call: Call): Answer;
}

/** The whole answer of an endpoint that has nothing to hand back. */
export function done(): Answer {
	return { body: { message: 'success' } };
}
