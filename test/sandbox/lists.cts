import type { Client } from './support.cts';

type Item = Record<string, unknown>;

/** What a list endpoint answers under a key. */
export async function listOf(client: Client, path: string, key: string): Promise<Item[]> {
	const answer = await client.get(path);
	expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
	return answer.body[key] as Item[];
}

export const ids = (items: Item[]) => items.map((item) => item.id);
