import { styleText } from 'node:util';

const NARROWEST = 80;
const WIDEST = 100;

/** Characters of a line. */
export const width = Math.min(WIDEST, Math.max(NARROWEST, process.stdout.columns ?? WIDEST));

type Style = Parameters<typeof styleText>[0];

const hasColors = process.stdout.isTTY === true && !process.env.NO_COLOR;

/** Text in a style; as it is where the output is no terminal. */
export const styled = (style: Style, text: string): string =>
	hasColors ? styleText(style, text) : text;

/** @returns a text on one line, cut where it is longer than `length` */
export function cut(text: string, length: number): string {
	const line = text.replace(/\s*\n\s*/g, ' ').trim();
	return line.length > length ? `${line.slice(0, Math.max(0, length - 1)).trimEnd()}…` : line;
}

/** @returns the words of a text in lines of at most `length` characters */
export function wrap(text: string, length: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/)) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= length) {
			lines[lines.length - 1] = `${last} ${word}`;
		} else {
			lines.push(word);
		}
	}
	return lines;
}

/** @returns a count with its noun: 1 item, 2 items */
export const count = (number: number, noun: string): string =>
	`${number} ${noun}${number === 1 ? '' : 's'}`;
