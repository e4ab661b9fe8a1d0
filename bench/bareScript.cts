import { Agent, request } from 'node:http';

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

/**
 * The wire's floor: the same batches at the same concurrency with Node's own HTTP client over connections that are kept,
 * without n8n, without checks, without retries.
 */
export async function runBareScript(
	items: UserItem[],
	url: string,
	concurrency: number,
): Promise<void> {
	const agent = new Agent({ keepAlive: true });
	const batches = batchesOf(items);
	let next = 0;
	const worker = async (): Promise<void> => {
		while (next < batches.length) {
			await post(
				`${url}/campaigns/trigger/send`,
				JSON.stringify(batchBody(batches[next++])),
				agent,
			);
		}
	};
	await Promise.all(Array.from({ length: concurrency }, worker));
	agent.destroy();
}

async function post(url: string, body: string, agent: Agent): Promise<unknown> {
	return await new Promise((resolve, reject) => {
		const headers = {
			authorization: 'Bearer bench',
			'content-type': 'application/json',
			'content-length': Buffer.byteLength(body),
		};
		const sent = request(url, { method: 'POST', agent, headers }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
		});
		sent.on('error', reject);
		sent.end(body);
	});
}
