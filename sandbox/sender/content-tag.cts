import { render, type Rendering } from './liquid.cts';
import type { ContentCredential } from './settings.cts';

const TAG = /\{%-?\s*connected_content\s([\s\S]*?)-?%\}/;
// A word may hold outputs and JSON, both with blanks.
const WORD =
	/(?:\{\{(?:\$\{[^}]*\}|[^{}])*\}\}|\{(?:\{\{(?:\$\{[^}]*\}|[^{}])*\}\}|[^{}])*\}|[^\s{])+/g;
/** Options that stand alone. */
const FLAGS = ['no_cache', 'retry'];

/** A message that is not sent, because what it asks for cannot be had. */
export class AbortedMessage extends Error {}

/** A request that a tag asks for. */
export interface ContentRequest {
	method: 'GET' | 'POST';
	url: string;
	headers: Record<string, string>;
	body?: string;
	/** Where to keep the answer rather than to insert it. */
	save?: string;
	/** Seconds; 0 for never. */
	cacheSeconds: number;
	retry: boolean;
}

/** A text cut at its first tag. */
export interface Cut {
	before: string;
	tag: string;
	after: string;
}

/** Cuts a text at its first Connected Content tag; undefined where it has none. */
export function cutAtTag(text: string): Cut | undefined {
	const found = TAG.exec(text);
	if (!found) return undefined;
	const end = found.index + found[0].length;
	return { before: text.slice(0, found.index), tag: found[1], after: text.slice(end) };
}

const DEFAULT_CACHE_SECONDS = 300;
const LONGEST_CACHE_SECONDS = 4 * 60 * 60;

/**
 * Reads what stands in a tag; Liquid in it is rendered word by word, so that no value can add an option.
 *
 * @throws AbortedMessage where its :headers are no JSON object
 */
export function readTag(
	tag: string,
	rendering: Rendering,
	credentials: Record<string, ContentCredential>,
): ContentRequest {
	const [url = '', ...words] = (tag.match(WORD) ?? []).map((word) => render(word, rendering));
	const options = optionsOf(words);
	const method = options.method?.toUpperCase() === 'POST' ? 'POST' : 'GET';
	const type = options.content_type;
	const credential = credentials[options.basic_auth ?? options.auth_credentials ?? ''];
	return {
		method,
		url,
		headers: {
			...(type !== undefined && { 'Content-Type': type, Accept: type }),
			...headersOf(options.headers),
			...(credential && authorizationOf(credential)),
		},
		...(method === 'POST' && { body: bodyOf(options.body ?? '', type) }),
		save: options.save,
		cacheSeconds: cacheSeconds(options, method),
		retry: 'retry' in options,
	};
}

function optionsOf(words: string[]): Record<string, string> {
	const options: Record<string, string> = {};
	for (let index = 0; index < words.length; index += 1) {
		const name = /^:(\w+)$/.exec(words[index])?.[1];
		if (name === undefined) continue;
		options[name] = FLAGS.includes(name) ? '' : (words[(index += 1)] ?? '');
	}
	return options;
}

function headersOf(text: string | undefined): Record<string, string> {
	if (text === undefined) return {};
	try {
		const headers = Object.entries(JSON.parse(text) as Record<string, unknown>);
		return Object.fromEntries(headers.map(([name, value]) => [name, String(value)]));
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		throw new AbortedMessage(`:headers must be a JSON object, it is ${text}`);
	}
}

function authorizationOf(credential: ContentCredential): Record<string, string> {
	if ('header' in credential) return { [credential.header]: credential.value };
	const { user, password } = credential;
	return { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

// Pairs are written as a form whatever they are sent as.
function bodyOf(text: string, type: string | undefined): string {
	const isJson = type?.startsWith('application/json') && !text.startsWith('{');
	return isJson ? JSON.stringify(Object.fromEntries(new URLSearchParams(text))) : text;
}

function cacheSeconds(options: Record<string, string>, method: string): number {
	if ('no_cache' in options) return 0;
	const asked = Number(options.cache_max_age ?? NaN);
	if (Number.isNaN(asked)) return method === 'GET' ? DEFAULT_CACHE_SECONDS : 0;
	const least = method === 'GET' ? DEFAULT_CACHE_SECONDS : 0;
	return Math.min(Math.max(asked, least), LONGEST_CACHE_SECONDS);
}
