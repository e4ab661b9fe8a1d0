import type { Endpoint } from '../operation';

const CHECK_INSTANCE =
	'Check the instance in the Braze credential; a custom URL must be the REST endpoint without a path';

const statusAdvice: Record<number, string> = {
	400: 'Correct what Braze names and run the item again; nothing was sent for it',
	404: CHECK_INSTANCE,
	405: CHECK_INSTANCE,
	407: 'A proxy between n8n and Braze asks for a name and a password: set them in the proxy settings of this n8n; the Braze key has no part in it',
	410: CHECK_INSTANCE,
	413: 'Send less in one request: Braze takes up to 4 MB',
	415: 'A proxy between n8n and Braze may have changed the Content-Type; let requests through unchanged',
	429: 'Braze is over its rate limit for this workspace; wait for the next window and run the item again',
};

const BAD_REQUEST = 400;

/** Refusals that say nothing against the request: too slow, locked, too early. */
const ofItsTime = new Set([408, 423, 425]);

const LATER = 'Braze could not take the request; run the item again later';

const NOT_FOUND =
	'Check what the item names: the workspace of this API key has nothing by it, and what belongs to another workspace or instance is not found here';

/** Words for a thing that is not there; an address that is not there says nothing of the request. */
const namesMissingThing = (words: string): boolean =>
	/[a-z] +(?:(?:was|is|are) )?not found|(?:could not|cannot) be found|does not exist/i.test(
		words,
	) && !/\b(?:url|path|page|route|endpoint)\b/i.test(words);

const FROM_ELSEWHERE =
	'This is not how Braze refuses: a proxy or a firewall between n8n and Braze may have done it. Let requests to the instance in the Braze credential pass';

/** An answer by which a request was refused. */
interface Refusal {
	status: number;
	/** Braze itself refused it. */
	isBrazes: boolean;
	/** What the answer says. */
	words: string;
}

/** @returns what a person can do about it */
export function adviceFor(
	{ status, isBrazes, words }: Refusal,
	{ advice, permission }: Partial<Pick<Endpoint, 'advice' | 'permission'>>,
): string {
	const own = advice?.[status];
	if (own !== undefined) return own;
	if (status === 401) return unknownKey(permission);
	if (status === 403) return isBrazes ? forbidden(permission) : FROM_ELSEWHERE;
	if (status === 404 && isBrazes && namesMissingThing(words)) return NOT_FOUND;
	if (status >= 300 && status < 400) {
		return `Something sent the request on to another address, which is not followed. ${CHECK_INSTANCE}`;
	}
	if (status >= 500 || ofItsTime.has(status)) return LATER;
	const isNamed = status !== BAD_REQUEST && statusAdvice[status] !== undefined;
	return isNamed ? statusAdvice[status] : isBrazes ? statusAdvice[BAD_REQUEST] : FROM_ELSEWHERE;
}

const named = (permission?: string): string =>
	permission === undefined ? 'the permission for this endpoint' : `the permission ${permission}`;

/** @returns what to do about a 401, with which some accounts answer for a missing permission as well */
const unknownKey = (permission?: string): string =>
	`Check the REST API key and the instance in the Braze credential; the key must belong to this workspace. Some accounts answer so, too, where the key lacks ${named(permission)}`;

const forbidden = (permission?: string): string =>
	`Give the key ${named(permission)}, or check its list of allowed IP addresses; a key cannot be changed after it was made, so create a new one`;
