import { FULL_KEY } from '../../sandbox/keys.cts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox.cts';

export { FULL_KEY };
export const API_CAMPAIGN = 'c0000000-0000-4000-8000-000000000001';
export const TRIGGERED_CAMPAIGN = 'c0000000-0000-4000-8000-000000000003';
export const PUSH_CAMPAIGN = 'c0000000-0000-4000-8000-000000000004';
export const PAUSED_CAMPAIGN = 'c0000000-0000-4000-8000-000000000005';
export const ARCHIVED_CAMPAIGN = 'c0000000-0000-4000-8000-000000000006';
export const SCHEDULED_CAMPAIGN = 'c0000000-0000-4000-8000-000000000007';
export const TRANSACTIONAL_CAMPAIGN = 'c0000000-0000-4000-8000-000000000008';
export const CANVAS = 'ca000000-0000-4000-8000-000000000001';
export const PAUSED_CANVAS = 'ca000000-0000-4000-8000-000000000002';
export const ARCHIVED_CANVAS = 'ca000000-0000-4000-8000-000000000003';
export const ALL_USERS = '5e000000-0000-4000-8000-000000000001';
export const MEMBERS = '5e000000-0000-4000-8000-000000000002';
export const TEMPLATE = 'e0000000-0000-4000-8000-000000000001';
export const PREFERENCE_CENTER = '9c000000-0000-4000-8000-000000000001';
export const INTEGRATION = 'cd000000-0000-4000-8000-000000000001';
export const FIRST_SDK_KEY = '5d000000-0000-4000-8000-000000000001';
export const NEXT_SDK_KEY = '5d000000-0000-4000-8000-000000000002';
export const SEND_ID = 'sandbox-send-001';
export const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

/** A Friday noon, so that no test depends on when it runs. */
export const NOW = Date.UTC(2026, 0, 16, 12, 0, 0);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface Answer {
	status: number;
	body: Record<string, unknown>;
	headers: Headers;
}

export interface Client {
	sandbox: Sandbox;
	post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
	get(path: string, headers?: Record<string, string>): Promise<Answer>;
	put(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
	patch(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
	/** Without a body when none is given. */
	delete(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** A sandbox of its own for each test file, and a plain HTTP client for it. */
export async function openSandbox(options: SandboxOptions = {}): Promise<Client> {
	const sandbox = await startSandbox({ now: NOW, ...options });
	async function call(
		method: string,
		path: string,
		body: unknown,
		headers: Record<string, string>,
	): Promise<Answer> {
		const response = await fetch(sandbox.url + path, {
			method,
			headers: { authorization: `Bearer ${FULL_KEY}`, ...headers },
			body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
		});
		const answer = (await response.json()) as Record<string, unknown>;
		return { status: response.status, body: answer, headers: response.headers };
	}
	const withBody =
		(method: string) =>
		(path: string, body: unknown, headers: Record<string, string> = {}) =>
			call(method, path, body, { 'content-type': 'application/json', ...headers });
	return {
		sandbox,
		post: withBody('POST'),
		put: withBody('PUT'),
		patch: withBody('PATCH'),
		delete: (path, body, headers = {}) =>
			body === undefined
				? call('DELETE', path, undefined, headers)
				: withBody('DELETE')(path, body, headers),
		get: (path, headers = {}) => call('GET', path, undefined, headers),
	};
}

/** Every userId that got something, in order. */
export function reachedUsers({ sandbox }: Client): string[] {
	return sandbox.deliveries.map((delivery) => delivery.userId);
}
