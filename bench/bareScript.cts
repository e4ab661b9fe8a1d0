import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';

import { CAMPAIGN_ID, USERS_PER_REQUEST } from './nodes/parameters.cts';
import { OWN_PROPERTIES } from './items.cts';
import type { UserItem } from './items.cts';

/** @returns a request body for users, as the node under test sends it for plain paths */
export const batchBody = (users: UserItem[]): object => ({
	campaign_id: CAMPAIGN_ID,
	recipients: users.map(({ json }) => ({
		external_user_id: json.external_user_id,
		trigger_properties: Object.fromEntries(OWN_PROPERTIES.map((name) => [name, json[name]])),
	})),
});

/** @returns items in groups of as many as one request takes */
export const batchesOf = (items: UserItem[]): UserItem[][] =>
	Array.from({ length: Math.ceil(items.length / USERS_PER_REQUEST) }, (_, index) =>
		items.slice(index * USERS_PER_REQUEST, (index + 1) * USERS_PER_REQUEST),
	);

/** One request, written out only when it leaves. */
export interface BareRequest {
	method?: 'POST' | 'PUT';
	path: string;
	body: () => object;
}

/**
 * The wire's floor: the same requests at the same concurrency with Node's own HTTP client over connections that are kept,
 * without n8n, without checks, without retries.
 */
export async function sendBare(
	requests: BareRequest[],
	url: string,
	concurrency: number,
): Promise<void> {
	const agent = new Agent({ keepAlive: true });
	let next = 0;
	const worker = async (): Promise<void> => {
		while (next < requests.length) {
			const { method = 'POST', path, body } = requests[next++];
			await call(`${url}${path}`, agent, method, JSON.stringify(body()));
		}
	};
	await Promise.all(Array.from({ length: concurrency }, worker));
	agent.destroy();
}

/** Triggers a campaign for the users, as many a request as one takes. */
export const runBareScript = async (
	items: UserItem[],
	url: string,
	concurrency: number,
): Promise<void> =>
	await sendBare(
		batchesOf(items).map((users) => ({
			path: '/campaigns/trigger/send',
			body: () => batchBody(users),
		})),
		url,
		concurrency,
	);

/** @returns what was answered, and its headers */
export async function call(
	url: string,
	agent: Agent,
	method: 'GET' | 'POST' | 'PUT',
	body = '',
): Promise<{ answer: unknown; headers: IncomingHttpHeaders }> {
	return await new Promise((resolve, reject) => {
		const headers = {
			authorization: 'Bearer bench',
			...(body === ''
				? {}
				: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
		};
		const sent = request(url, { method, agent, headers }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => {
				const answer: unknown = JSON.parse(Buffer.concat(chunks).toString());
				resolve({ answer, headers: response.headers });
			});
		});
		sent.on('error', reject);
		sent.end(body);
	});
}
