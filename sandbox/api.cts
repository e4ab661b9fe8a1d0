import type { Answer, Call, Endpoint, JsonObject } from './endpoints/endpoint.cts';
import { endpoints } from './endpoints/index.cts';
import { BrazeError, singleError, usualRefusal } from './errors.cts';
import { MAX_BODY_BYTES } from './limits.cts';
import type { Schedules } from './messaging/schedules.cts';
import type { RateLimit, RateLimits } from './rate-limits.cts';
import type { RecordedRequest } from './records.cts';
import { Router, type Route } from './router.cts';
import { keys, type JsonSchema } from './schemas/json-schema.cts';
import { check, type Problem } from './schemas/validate.cts';
import type { SeedKey } from './seed.cts';
import type { Workspace } from './workspace/workspace.cts';

export type Query = Record<string, string | string[]>;

/** A request as it came over HTTP. */
export interface IncomingRequest {
	method: string;
	/** Still percent-encoded. */
	path: string;
	/** Where the sandbox was reached. */
	origin: string;
	/** A key that came more than once is a list. */
	query: Query;
	contentType: string | undefined;
	authorization: string | undefined;
	body: Buffer;
}

export interface FullAnswer {
	status: number;
	body: JsonObject;
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

const router = new Router(endpoints);

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
			const { endpoint, params } = this.route(request);
			const {
				status = endpoint.success,
				body,
				...more
			} = this.handle(endpoint, params, request, record, headers);
			record.accepted = true;
			return { status, body, headers: { ...headers, ...more.headers } };
		} catch (error) {
			if (!(error instanceof BrazeError)) throw error;
			return { status: error.status, body: error.body, headers };
		}
	}

	private route({ method, path }: IncomingRequest): Route {
		const route = router.find(method, path);
		if (route === 'malformed') throw new BrazeError(400, 'Bad Request', ['the path is malformed']);
		if (route) return route;
		if (path.length > 1 && path.endsWith('/')) {
			throw new BrazeError(403, 'Access Denied', ['the path must not end in a slash']);
		}
		throw new BrazeError(404, 'Not Found');
	}

	private handle(
		endpoint: Endpoint,
		params: Record<string, string>,
		request: IncomingRequest,
		record: RecordedRequest,
		headers: Record<string, string>,
	): Answer {
		const key = this.authenticate(request.authorization);
		record.keyName = key.name;
		// What is wrong with the body is kept back until the request is counted and its key is known to be good.
		const body = endpoint.body ? bodyOrFault(request) : {};
		const count = this.count(endpoint, body instanceof BrazeError ? {} : body);
		Object.assign(headers, rateLimitHeaders(count));
		if (count.exceeded) throw new BrazeError(429, 'Rate Limited');
		if (!isAllowed(key, endpoint.permission)) {
			const detail = `the API key lacks the permission ${endpoint.permission}`;
			throw new BrazeError(403, 'Access Denied', [detail]);
		}
		if (body instanceof BrazeError) throw body;
		const problems = problemsOf(endpoint, params, request, body);
		if (problems.length > 0) throw (endpoint.refusal ?? usualRefusal)(problems);
		const { query, path, origin } = request;
		const call: Call = {
			body,
			query: Object.fromEntries(
				Object.entries(query).map(([name, value]) => [name, [value].flat()[0]]),
			),
			queryList: (name) => (Object.hasOwn(query, name) ? [query[name]].flat() : []),
			params,
			path,
			origin,
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
	private count({ rateLimit = 'requestsPerHour' }: Endpoint, body: JsonObject): RateLimit {
		const now = this.workspace.clock.now();
		if (typeof rateLimit === 'string') return this.rateLimits.count(rateLimit, now);
		return rateLimit({ body, rateLimits: this.rateLimits, now });
	}
}

function isAllowed({ permissions }: SeedKey, permission: string): boolean {
	return permissions.includes('*') || permissions.includes(permission);
}

const NO_KEYS: JsonSchema = keys({});

function problemsOf(
	endpoint: Endpoint,
	params: Record<string, string>,
	request: IncomingRequest,
	body: JsonObject,
): Problem[] {
	const problems = [
		...(endpoint.params ? check(endpoint.params, params) : []),
		...check(endpoint.query ?? NO_KEYS, request.query),
		...(endpoint.body ? check(endpoint.body, body) : []),
	];
	if (!endpoint.body && request.body.byteLength > 0) {
		problems.push({ detail: 'a body is not taken here' });
	}
	return problems;
}

function bodyOrFault(request: IncomingRequest): JsonObject | BrazeError {
	if (!/^application\/json\s*(;|$)/i.test(request.contentType ?? '')) {
		return new BrazeError(415, 'Unsupported Media Type', ['Content-Type must be application/json']);
	}
	if (request.body.byteLength > MAX_BODY_BYTES) {
		return new BrazeError(413, 'Request Entity Too Large');
	}
	const body = parseJson(request.body);
	if (body === undefined) return singleError(400, 'The body is not valid JSON');
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
