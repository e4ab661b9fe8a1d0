import { tryJson } from '../../schema/convert';
import { quote, InvalidInput } from '../../schema/invalidInput';
import type { Traits } from './traits';

/** Looks at the values that an item puts between the words of JSON. */
export type CheckValues = (values: string[]) => void;

/**
 * JSON in Expression mode is put together as text before it is parsed, so that a value from data could end the text that it stands
 * in and add keys of its own, such as `broadcast`. In Fixed mode JSON is parsed first.
 *
 * @param words the words before, between and after the values
 * @param isPath whether each value is a field of an item as it is
 * @returns undefined where the words are no JSON
 */
export function valuesInJson(
	words: string[],
	isPath: boolean[],
	traits: Traits,
): CheckValues | undefined {
	if (!isJson(words.join(''), traits)) return undefined;
	const places = placesIn(words);
	return (values) => {
		values.forEach((value, index) => {
			const wrong = wrongAt(places[index], value, isPath[index]);
			if (!wrong) return;
			throw new InvalidInput(traits.label, `gets ${wrong}: ${quote(value)}`, fixOf(traits));
		});
	};
}

const inOneExpression = 'one expression give the whole list or object';

/** In Fixed mode only what is JSON by itself takes expressions. */
const fixOf = ({ kind }: Traits): string =>
	kind === 'json'
		? `Switch the field to Fixed with each {{ }} between quotes, where no value can change the JSON around it, or let ${inOneExpression}`
		: `Let ${inOneExpression}`;

/** A list or an object of which the first thing is written, not given by a value. */
const jsonStart = /^\s*(?:\{\s*["}]|\[\s*["{[\]])/;

const isJson = (words: string, { kind, typed }: Traits): boolean =>
	kind === 'json' || typed === 'json' || (kind === 'term' && jsonStart.test(words));

/**
 * Where a value stands in JSON:
 * - `text`: between quotes
 * - `value`: as the value of a key, all of it
 * - `piece`: anywhere else; it may be several entries, which an expression has put together
 */
type Place = 'text' | 'value' | 'piece';

function placesIn(words: string[]): Place[] {
	let isText = false;
	return words.slice(0, -1).map((word, index): Place => {
		isText = endsInText(word, isText);
		if (isText) return 'text';
		return /:\s*$/.test(word) && /^\s*[,}\]]/.test(words[index + 1]) ? 'value' : 'piece';
	});
}

/** @returns whether JSON is inside of a text of its own behind these words */
function endsInText(words: string, startsInText: boolean): boolean {
	let isText = startsInText;
	for (let position = 0; position < words.length; position++) {
		if (words[position] === '"') isText = !isText;
		else if (isText && words[position] === '\\') position++;
	}
	return isText;
}

/** Characters of a text of JSON, each quotation mark and backslash escaped. */
const insideText = /^(?:[^"\\]|\\[^])*$/;

/** @param isPath the value is a field of an item as it is, which nobody has put together as JSON */
function wrongAt(place: Place, value: string, isPath: boolean): string | undefined {
	if (place === 'text' && !insideText.test(value)) {
		return 'a quotation mark or backslash from data, which would end a text of the JSON or keep it open';
	}
	if (place === 'text' && tryJson(`"${value}"`).fault !== undefined) {
		return 'a line break, a tab or a backslash from data, which a text of JSON cannot hold as it is';
	}
	if (place === 'value' && value.trim() !== '' && tryJson(value).fault !== undefined) {
		return 'more or less than one value of JSON from data';
	}
	if (place === 'piece' && isPath && !isClosed(value)) {
		return 'brackets or quotation marks from data that do not belong together';
	}
	return undefined;
}

/** @returns whether texts and brackets that open in a piece of JSON close in it, and no others do */
function isClosed(piece: string): boolean {
	const open: string[] = [];
	const bare = piece.replace(/"(?:[^"\\]|\\[^])*"/g, '');
	for (const sign of bare) {
		if (sign === '"') return false;
		if (sign === '{' || sign === '[') open.push(sign === '{' ? '}' : ']');
		else if ((sign === '}' || sign === ']') && open.pop() !== sign) return false;
	}
	return open.length === 0;
}
