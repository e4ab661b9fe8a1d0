import type { RateLimit, RateLimits } from '../rate-limits.cts';
import type { Schedules } from '../schedules.cts';
import type { JsonSchema } from '../schemas/json-schema.cts';
import type { Workspace } from '../workspace.cts';

export type JsonObject = Record<string, unknown>;

/** What Braze answers, before headers every answer has. */
export interface Answer {
	status: number;
	body: JsonObject;
}

/** A request that passed authentication and its schema. */
export interface Call {
	body: JsonObject;
	query: Record<string, string>;
	workspace: Workspace;
	schedules: Schedules;
	rateLimits: RateLimits;
	requestIndex: number;
	/** Writes a remark on the recorded request. */
	note(text: string): void;
	/** Has the answer's headers tell of this limit instead of the usual one. */
	tell(limit: RateLimit): void;
}

/** One endpoint of Braze. */
export interface Endpoint {
	method: 'GET' | 'POST';
	path: string;
	permission: string;
	/**
	 * broadcast: calls that reach a whole segment or audience count against the broadcast limits.
	 * send_id: only new send_ids count, so the endpoint counts them itself.
	 */
	rateLimit?: 'broadcast' | 'send_id';
	/** Of the JSON body of a POST, of the query of a GET. */
	schema: JsonSchema;
	handle(call: Call): Answer;
}

/** The whole answer of an endpoint that changes something and has nothing to hand back. */
export function done(): Answer {
	return { status: 201, body: { message: 'success' } };
}

/** The answer of an endpoint that looks something up. */
export function found(body: JsonObject): Answer {
	return { status: 200, body };
}
