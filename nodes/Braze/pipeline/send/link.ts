import type { IDataObject } from 'n8n-workflow';

/** One link of the header (RFC 8288): its address, and its parameters, in which quoted values may hold commas. */
const oneLink = /<([^<>]*)>((?:\s*;\s*[^\s=;,"<>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s;,"'<>]+))?)*)/g;

/** The relations that a link is of; several stand between spaces. */
const relations = /;\s*rel\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;,"']+))/i;

/** That a next page is spoken of, in whatever form. */
const saysNext = /\brel\s*=\s*["']?[^"'<>;,]*\bnext\b/i;

/**
 * @param headers of an answer, names in any case
 * @returns the cursor of the next page, which Braze gives in a `Link` header with a relative address and `rel="next"`;
 *   empty where there is a next page but no address with a cursor that can be read; undefined on the last page
 */
export function nextCursorOf(headers: IDataObject): string | undefined {
	const header = Object.entries(headers).find(([name]) => name.toLowerCase() === 'link')?.[1];
	if (typeof header !== 'string' || !saysNext.test(header)) return undefined;
	const next = [...header.matchAll(oneLink)].find(([, , parameters]) => isNext(parameters));
	const cursor = next && /[?&](?:amp;)?cursor=([^&#]*)/i.exec(next[1])?.[1];
	// a plus sign is one, since Braze's cursors are base64
	return decoded(cursor ?? '');
}

function isNext(parameters: string): boolean {
	const [, ...forms] = relations.exec(parameters) ?? [];
	const names = forms.find((form) => form !== undefined) ?? '';
	return names.toLowerCase().split(/\s+/).includes('next');
}

/** Percent signs that escape nothing stay. */
const decoded = (text: string): string =>
	text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) =>
		Buffer.from(escaped.replace(/%/g, ''), 'hex').toString(),
	);
