import type { Answer, Call, Endpoint, JsonObject } from './endpoints/endpoint.cts';
import { endpoints } from './endpoints/index.cts';
import { BrazeError, refuse } from './errors.cts';
import { MAX_BODY_BYTES } from './limits.cts';
import type { RateLimit, RateLimits } from './rate-limits.cts';
import type { RecordedRequest } from './records.cts';
import type { Schedules } from './schedules.cts';
import { check } from './schemas/validate.cts';
import type { SeedKey } from './seed.cts';
import type { Workspace } from './workspace.cts';

/** A request as it came over HTTP. */
export interface IncomingRequest {
	method: string;
	path: string;
	query: Record<string, string>;
	contentType: string | undefined;
	authorization: string | undefined;
	body: Buffer;
}

export interface FullAnswer extends Answer {
	headers: Record<string, string>;
}

const NO_COUNT = {
	'X-RateLimit-Limit': '',
	'X-RateLimit-Remaining': '',
	'X-RateLimit-Reset': '',
};

/** Headers that tell how much of a limit is left. */
export function rateLimitHeaders({ limit, remaining, reset }: RateLimit): Record<string, string> {
	return {
		'X-RateLimit-Limit': String(limit),
		'X-RateLimit-Remaining': String(remaining),
		'X-RateLimit-Reset': String(reset),
	};
}

/** Braze itself: what it answers to a request, no HTTP around it. */
export class BrazeApi {
	constructor(
		private readonly workspace: Workspace,
		private readonly schedules: Schedules,
		private readonly rateLimits: RateLimits,
	) {}

	/** Acts on a request and answers it; notes what is worth knowing on its record. */
	answer(request: IncomingRequest, record: RecordedRequest): FullAnswer {
		const headers: Record<string, string> = { ...NO_COUNT };
		try {
			const answer = this.handle(request, record, headers);
			record.accepted = true;
			return { ...answer, headers };
		} catch (error) {
			if (!(error instanceof BrazeError)) throw error;
			const { status, message, errors } = error;
			// A body that is no JSON is the one refusal that has no message.
			const key = error instanceof JsonFault ? 'error' : 'message';
			const body = { [key]: message, ...(errors.length > 0 && { errors }) };
			return { status, body, headers };
		}
	}

	private handle(
		request: IncomingRequest,
		record: RecordedRequest,
		headers: Record<string, string>,
	): Answer {
		const endpoint = findEndpoint(request);
		const key = this.authenticate(request.authorization);
		record.keyName = key.name;
		const now = this.workspace.clock.now();
		const body = endpoint.method === 'POST' ? bodyOrFault(request) : {};
		const count = this.count(endpoint, body, now);
		Object.assign(headers, rateLimitHeaders(count));
		if (count.exceeded) throw new BrazeError(429, 'Rate Limited');
		if (!isAllowed(key, endpoint.permission)) {
			const detail = `the API key lacks the permission ${endpoint.permission}`;
			throw new BrazeError(403, 'Access Denied', [detail]);
		}
		if (body instanceof BrazeError) throw body;
		refuse(check(endpoint.schema, endpoint.method === 'POST' ? body : request.query));
		const call: Call = {
			body,
			query: request.query,
			workspace: this.workspace,
			schedules: this.schedules,
			rateLimits: this.rateLimits,
			requestIndex: record.index,
			note: (text) => record.notes.push(text),
			tell: (limit) => Object.assign(headers, rateLimitHeaders(limit)),
		};
		return endpoint.handle(call);
	}

	private authenticate(authorization: string | undefined): SeedKey {
		const sent = /^bearer (.*)$/i.exec(authorization ?? '')?.[1] ?? '';
		const key = this.workspace.key(sent);
		if (!key) throw new BrazeError(401, `Invalid API key: ${sent}`);
		return key;
	}

	// A request that will be refused uses up the limit like any other.
	private count(endpoint: Endpoint, body: JsonObject | BrazeError, now: number): RateLimit {
		if (endpoint.rateLimit === 'send_id') return this.rateLimits.sendIdsLeft(now);
		if (endpoint.rateLimit !== 'broadcast' || body instanceof BrazeError || !isBroadcast(body)) {
			return this.rateLimits.countRequest(now);
		}
		const { campaign_id: campaign, canvas_id: canvas, segment_id: segment, audience } = body;
		const audienceKey = JSON.stringify([campaign ?? canvas, segment, audience]);
		return this.rateLimits.countBroadcast(audienceKey, now);
	}
}

class JsonFault extends BrazeError {}

function findEndpoint({ method, path }: IncomingRequest): Endpoint {
	const endpoint = endpoints.find((one) => one.method === method && one.path === path);
	if (endpoint) return endpoint;
	if (path.length > 1 && path.endsWith('/')) {
		throw new BrazeError(403, 'Access Denied', ['the path must not end in a slash']);
	}
	throw new BrazeError(404, 'Not Found');
}

function isAllowed({ permissions }: SeedKey, permission: string): boolean {
	return permissions.includes('*') || permissions.includes(permission);
}

function isBroadcast(body: JsonObject): boolean {
	const lists = [body.external_user_ids, body.user_aliases, body.recipients];
	const namesUsers = lists.some((list) => Array.isArray(list) && list.length > 0);
	const reachesMany = body.broadcast === true || body.segment_id !== undefined || !!body.audience;
	return reachesMany && !namesUsers;
}

// The fault is kept back until the request is counted and its key is known to be good for the endpoint.
function bodyOrFault(request: IncomingRequest): JsonObject | BrazeError {
	if (!/^application\/json\s*(;|$)/i.test(request.contentType ?? '')) {
		return new BrazeError(415, 'Unsupported Media Type', ['Content-Type must be application/json']);
	}
	if (request.body.byteLength > MAX_BODY_BYTES) {
		return new BrazeError(413, 'Request Entity Too Large');
	}
	const body = parseJson(request.body);
	if (body === undefined) return new JsonFault(400, 'The body is not valid JSON');
	if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as JsonObject;
	return new BrazeError(400, 'Bad Request', ['body must be object']);
}

/** Parsed JSON; undefined where the bytes are none. */
export function parseJson(bytes: Buffer): unknown {
	try {
		return JSON.parse(bytes.toString('utf8')) as unknown;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}
