/**
 * Tells Liquid that stands where n8n expects the code of an expression, `{{ first_name | upcase }}` for instance. Braze's attributes and
 * filters with arguments are no JavaScript, so that n8n fails on them; a name and a filter are, and give nothing or 0.
 */

/** Liquid's own filters, and those that Braze adds (Braze docs, Liquid filters). */
const filters = new Set(
	`abs append at_least at_most base64_decode base64_encode base64_url_safe_decode base64_url_safe_encode capitalize ceil compact concat
	date default divided_by downcase escape escape_once find find_index first floor has join last lstrip map minus modulo newline_to_br
	number_with_delimiter plus prepend reject remove remove_first remove_last replace replace_first replace_last reverse round rstrip
	size slice sort sort_natural split strip strip_html strip_newlines sum time_zone times truncate truncatewords uniq upcase url_decode
	url_encode url_escape url_param_escape where
	as_json_string hmac_sha1_base64 hmac_sha1_hex hmac_sha256 hmac_sha512 json_escape json_parse md5 property_accessor sha1 sha256
	sha512`.split(/\s+/),
);

const quoted = String.raw`"[^"]*"|'[^']*'`;
const path = String.raw`[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[\s*(?:\d+|${quoted})\s*\])*`;
const filtered = new RegExp(
	String.raw`^\s*(?:${path}|${quoted}|\d+)\s*\|\s*([a-z_]\w*)\s*(?::[^|]*)?(?:\|\s*[a-z_]\w*\s*(?::[^|]*)?)*$`,
);
const bareName = new RegExp(String.raw`^\s*-?\s*(?!\$)${path}\s*-?\s*$`);
const attribute = /^\s*-?\s*(?:[A-Za-z_][\w.]*\.)?\$\{/;

/** @returns whether code is a name, a path or a text behind which one of Liquid's filters stands */
export const isFiltered = (code: string): boolean => filters.has(filtered.exec(code)?.[1] ?? '');

/** @returns whether code is a name or a path that is none of n8n's */
export const isBareName = (code: string): boolean => bareName.test(code);

/** @returns whether code that is no JavaScript reads as Liquid */
export const readsAsLiquid = (code: string): boolean =>
	attribute.test(code) || isFiltered(code) || /[^|]\|\s*[a-z_]\w*\s*:/.test(code);
