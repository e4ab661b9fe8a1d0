/**
 * Liquid in fields where n8n takes `{{ }}` for itself: a person writes `[[ ]]`, Braze gets `{{ }}`.
 *
 * Only what reads as a Liquid output is translated:
 * - a Braze attribute or a variable: `${first_name}`, `custom_attribute.${tier}`, `items[0].name`, `count`,
 * - or a text or a number with at least one filter: `'now' | date: '%Y'`,
 * - either with filters behind it: `| default: 'there'`.
 *
 * Everything else stays as it is: lists such as `[[1,2]]` or `[["a"]]`, prose such as `[[see below]]`, the words
 * true, false and null, empty brackets. Tags in `{% %}` pass untouched, and so does `{{ }}` in Fixed mode that is not n8n's.
 */
export function toLiquid(text: string): string {
	if (!text.includes('[[')) return text;
	return text.replace(bracketed, (whole: string, open: string, inner: string, close: string) =>
		isOutput(inner) ? `{{${open}${inner}${close}}}` : whole,
	);
}

/** @returns whether Braze fills in parts of the text only when it sends */
export const holdsLiquid = (text: string): boolean => /\{[{%]/.test(text);

/** @returns the text in parts, the outputs and tags of Liquid on their own */
export function liquidParts(text: string): Array<{ text: string; isLiquid: boolean }> {
	const parts: Array<{ text: string; isLiquid: boolean }> = [];
	let position = 0;
	for (const sign = /\{([{%])/g; ; ) {
		sign.lastIndex = position;
		const open = sign.exec(text);
		const close = open ? text.indexOf(open[1] === '%' ? '%}' : '}}', open.index + 2) : -1;
		if (!open || close < 0) break;
		parts.push({ text: text.slice(position, open.index), isLiquid: false });
		parts.push({ text: text.slice(open.index, close + 2), isLiquid: true });
		position = close + 2;
	}
	return [...parts, { text: text.slice(position), isLiquid: false }];
}

// the last of several closing brackets closes, so that an index may stand at the end: [[ items[0]]]
const bracketed = /\[\[(?!\[)(-?)((?:(?!\[\[|\]\](?!\])|[{}]{2}|\{%)[\s\S])*?)(-?)\]\](?!\])/g;

const attribute = String.raw`\$\{[^{}[\]]+\}`;
const name = String.raw`[A-Za-z_][\w-]*\??`;
const quoted = String.raw`"[^"]*"|'[^']*'`;
const part = String.raw`\.(?:${attribute}|${name})|\.?\[\s*(?:-?\d+|${quoted}|${name}(?:\.${name})*)\s*\]`;
const path = String.raw`(?:${attribute}|${name})(?:${part})*`;
const filter = String.raw`\|\s*[a-z_]\w*\s*(?::[^|]+)?`;

const pathOutput = new RegExp(String.raw`^\s*${path}\s*(?:${filter})*$`);
const filteredOutput = new RegExp(String.raw`^\s*(?:${quoted}|-?\d+(?:\.\d+)?)\s*(?:${filter})+$`);
const literals = new Set(['true', 'false', 'null', 'nil', 'undefined']);

const isOutput = (inner: string): boolean =>
	(pathOutput.test(inner) || filteredOutput.test(inner)) && !literals.has(inner.trim());
