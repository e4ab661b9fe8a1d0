/** A piece of a text: words, or the code of an expression as it stands between `{{` and `}}`. */
export interface Chunk {
	kind: 'text' | 'code';
	text: string;
}

/** How many backslashes stand right before a position, at most back to another one. */
function backslashesBefore(text: string, position: number, from: number): number {
	let count = 0;
	while (position - count > from && text[position - count - 1] === '\\') count++;
	return count;
}

/** The next pair of brackets that no backslash escapes, -1 where there is none. */
function nextBrackets(text: string, brackets: '{{' | '}}', start: number): number {
	let from = start;
	for (;;) {
		const position = text.indexOf(brackets, from);
		if (position < 0 || backslashesBefore(text, position, from) % 2 === 0) return position;
		from = position + brackets.length;
	}
}

/**
 * Splits what stands behind the equals sign of an expression exactly as n8n's engine does (`splitExpression` of
 * `@n8n/tournament`): words and code take turns, words come first, `\{{` opens nothing and `\}}` closes nothing, two backslashes
 * in words before code are one, and code without closing brackets goes to the end. Words or code that end in escaped brackets, with
 * nothing behind them, are lost there, so that nothing may be left at all.
 */
export function splitExpression(text: string): Chunk[] {
	if (text === '') return [{ kind: 'text', text }];
	const chunks: Chunk[] = [];
	let kind: Chunk['kind'] = 'text';
	let position = 0;
	while (position < text.length) {
		const brackets = kind === 'text' ? '{{' : '}}';
		const end = nextBrackets(text, brackets, position);
		const piece = text.slice(position, end < 0 ? undefined : end);
		if (end < 0) {
			return endsEscaped(piece, brackets) ? chunks : [...chunks, { kind, text: piece }];
		}
		chunks.push({ kind, text: kind === 'text' ? piece.replaceAll('\\\\', '\\') : piece });
		kind = kind === 'text' ? 'code' : 'text';
		position = end + 2;
	}
	return chunks;
}

const endsEscaped = (piece: string, brackets: '{{' | '}}'): boolean =>
	piece.endsWith(`\\${brackets}`) && nextBrackets(piece, brackets, 0) < 0;

/**
 * Splits a text in Fixed mode: code is what names n8n's data, every other `{{ }}` is Liquid and so belongs to the words.
 * The innermost brackets count: `{{{ $json.id }}}` is a field between two brackets.
 */
export function splitFixed(text: string): Chunk[] {
	const chunks: Chunk[] = [];
	let words = 0;
	let position = 0;
	for (;;) {
		const open = text.indexOf('{{', position);
		const close = open < 0 ? -1 : nextBrackets(text, '}}', open + 2);
		if (close < 0) {
			if (words < text.length || chunks.length === 0) {
				chunks.push({ kind: 'text', text: text.slice(words) });
			}
			return chunks;
		}
		const innermost = text.lastIndexOf('{{', close - 2);
		const code = text.slice(innermost + 2, close);
		position = close + 2;
		if (!namesN8nData(code)) continue;
		chunks.push({ kind: 'text', text: text.slice(words, innermost) }, { kind: 'code', text: code });
		words = position;
	}
}

/** @returns the words of a text with values between them, of which there is one less */
export const joined = (words: string[], values: string[]): string =>
	values.reduce((text, value, index) => text + value + words[index + 1], words[0]);

/** @returns the only expression of a text that consists of nothing else, whose value keeps its type */
export const wholeCode = ([first, second, ...more]: Chunk[]): string | undefined =>
	first?.text === '' && second?.kind === 'code' && more.length === 0 ? second.text : undefined;

/**
 * @returns the only expression of a text that has nothing but blanks around it: n8n makes a text of its value, which turns a list
 *   into one word and hides what no ID is
 */
export function codeBetweenBlanks(chunks: Chunk[]): string | undefined {
	const [code, ...more] = chunks.filter(({ kind }) => kind === 'code');
	const areBlanks = chunks.every(({ kind, text }) => kind === 'code' || text.trim() === '');
	return areBlanks && more.length === 0 ? code?.text : undefined;
}

/** @returns whether code names n8n's data, which begins with `$` and a letter or with `$(`; Braze's attributes begin with `${` */
export const namesN8nData = (code: string): boolean =>
	/(?<![\w$])\$[a-z(]/i.test(withoutQuotes(code));

/** @returns whether a text in Fixed mode holds an expression of n8n in `{{ }}` */
export const holdsFixedExpression = (text: string): boolean =>
	text.includes('{{') && splitFixed(text).some(({ kind }) => kind === 'code');

/** Code with nothing left between its single and double quotes; a template text may hold code of its own and stays. */
export function withoutQuotes(code: string): string {
	let rest = '';
	let position = 0;
	while (position < code.length) {
		const quote = code[position];
		const end = quote === '"' || quote === "'" ? endOfQuoted(code, position) : -1;
		rest += end < 0 ? quote : quote + quote;
		position = end < 0 ? position + 1 : end + 1;
		// an apostrophe that nothing closes is none of JavaScript's quotes, and neither is any behind it
		if (end < 0 && (quote === '"' || quote === "'")) return rest + code.slice(position);
	}
	return rest;
}

function endOfQuoted(code: string, start: number): number {
	for (let position = start + 1; position < code.length; position++) {
		if (code[position] === '\\') position++;
		else if (code[position] === code[start]) return position;
	}
	return -1;
}
