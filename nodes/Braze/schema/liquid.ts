/**
 * Liquid in fields where n8n takes `{{ }}` for itself: a person writes `[[ ]]`, Braze gets `{{ }}`.
 *
 * Only what reads as a Liquid output is translated:
 * - a Braze attribute or a variable: `${first_name}`, `custom_attribute.${tier}`, `items[0].name`, `count`,
 * - or a text or a number with at least one filter: `'now' | date: '%Y'`,
 * - either with filters behind it: `| default: 'there'`.
 *
 * Everything else stays as it is: lists such as `[[1,2]]` or `[["a"]]`, prose such as `[[see below]]`, the words
 * true, false and null, empty brackets. Tags in `{% %}` and `{{ }}` in Fixed mode pass untouched.
 */
export function toLiquid(text: string): string {
	if (!text.includes('[[')) return text;
	return text.replace(bracketed, (whole: string, open: string, inner: string, close: string) =>
		isOutput(inner) ? `{{${open}${inner}${close}}}` : whole,
	);
}

const expressionPart = /\{\{([\s\S]*?)\}\}/g;
const quotedText = /"[^"]*"|'[^']*'|`[^`]*`/g;
const liquidSign = /\$\{|[^|]\|\s*[a-z_]\w*/i;

/**
 * @param stored a parameter as it is stored
 * @returns whether it holds, anywhere, an n8n expression that was meant as Liquid: with an attribute in `${ }` or a filter behind `|`.
 *   n8n evaluates such a filter as arithmetic and gives 0, which a customer would read
 */
export function holdsLiquidAsExpression(stored: unknown): boolean {
	if (typeof stored === 'object' && stored !== null) {
		return Object.values(stored).some(holdsLiquidAsExpression);
	}
	if (typeof stored !== 'string' || !stored.startsWith('=')) return false;
	return [...stored.matchAll(expressionPart)].some(([, code]) =>
		liquidSign.test(code.replace(quotedText, '""')),
	);
}

/** @returns whether Braze fills in parts of the text only when it sends */
export const holdsLiquid = (text: string): boolean => /\{[{%]/.test(text);

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
