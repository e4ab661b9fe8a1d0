import type { IDataObject } from 'n8n-workflow';

/**
 * @param headers of an answer, names in any case
 * @returns the cursor of the next page, which Braze gives in a `Link` header with a relative address and `rel="next"`;
 *   undefined on the last page
 */
export function nextCursorOf(headers: IDataObject): string | undefined {
	const link = Object.entries(headers).find(([name]) => name.toLowerCase() === 'link')?.[1];
	if (typeof link !== 'string') return undefined;
	const next = link.split(',').find((part) => /;\s*rel="?next"?/i.test(part));
	const cursor = next && /[?&]cursor=([^&>]*)/.exec(next)?.[1];
	// a plus sign is one, since Braze's cursors are base64
	return cursor ? decoded(cursor) : undefined;
}

/** Percent signs that escape nothing stay. */
const decoded = (text: string): string =>
	text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) =>
		Buffer.from(escaped.replace(/%/g, ''), 'hex').toString(),
	);
