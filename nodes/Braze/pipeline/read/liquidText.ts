import { quote, InvalidInput } from '../../schema/invalidInput';
import { liquidParts, toLiquid } from '../../schema/liquid';
import type { TextRules } from './rules';
import { joined } from './splitText';

/** Puts the values of an item between the words of a text that Braze renders. */
export type JoinLiquid = (values: string[]) => string;

/**
 * A text of words and values as Braze gets it. Brackets that a person wrote are translated, those of a value are not; Liquid that
 * arrives in a value, or that a value completes, is refused, kept as text, or run.
 *
 * @param words the words before, between and after the values
 * @throws InvalidInput, when joined, for Liquid in a value
 */
export function liquidJoiner(words: string[], rules: TextRules, label: string): JoinLiquid {
	const translate = rules.translateLiquid ? toLiquid : (text: string): string => text;
	if (rules.liquidInData === 'run') return (values) => translate(joined(words, values));
	const placeholder = placeholderFor(words);
	const skeleton = translate(words.join(placeholder));
	const pieces = skeleton.split(placeholder);
	const isInsideLiquid = valuesInside(skeleton, placeholder);
	const hasBrackets = skeleton.includes('[[');

	return (values) => {
		if (!hasBrackets && !values.some(mayHoldLiquid)) return joined(pieces, values);
		const text = joined(pieces, values);
		const signs = signsIn(text);
		const spans = spansOf(pieces, values);
		const found = spans.filter(({ start, end }) => {
			const value = text.slice(start, end);
			return signs.some((sign) => touches(sign, { start, end })) || translate(value) !== value;
		});
		if (rules.liquidInData === 'refuse') {
			const isBracketed =
				(hasBrackets || values.some((value) => value.includes('['))) &&
				translate(joined(words, values)) !== text;
			const [first] = found.length === 0 && isBracketed ? spans : found;
			if (first) throw refused(label, text.slice(first.start, first.end));
			return text;
		}
		const ended = values.find((value) => /endraw/i.test(value));
		if (ended !== undefined) throw unkeepable(label, ended, 'holds "endraw"');
		const open = found.find(
			(span) =>
				span.values.some((value) => isInsideLiquid[value]) ||
				signs.some((sign) => touches(sign, span) && !liesIn(sign, span)),
		);
		if (open) {
			throw unkeepable(
				label,
				text.slice(open.start, open.end),
				'stands right beside Liquid or inside of it',
			);
		}
		return kept(text, found);
	};
}

/** Stands for a value while the words are translated, as a number does: `[[items[7]]]` is Liquid whatever the item gives. */
function placeholderFor(words: string[]): string {
	let digits = '7';
	// it begins like no end of its own, so that the text falls apart where it was put together
	while (words.some((word) => word.includes(digits))) digits += '0';
	return digits;
}

const mayHoldLiquid = (value: string): boolean => /[{%[]|endraw/i.test(value);

/** Where a value, or several with nothing between them, stand in the text. */
interface Span {
	start: number;
	end: number;
	/** Positions among the values. */
	values: number[];
}

function spansOf(pieces: string[], values: string[]): Span[] {
	const spans: Span[] = [];
	let position = pieces[0].length;
	values.forEach((value, index) => {
		const end = position + value.length;
		const last = spans.at(-1);
		if (last?.end === position) {
			last.end = end;
			last.values.push(index);
		} else if (end > position) {
			spans.push({ start: position, end, values: [index] });
		}
		position = end + pieces[index + 1].length;
	});
	return spans;
}

/** Where Liquid opens: the positions of `{{` and `{%`, which may overlap. */
function signsIn(text: string): number[] {
	const signs: number[] = [];
	for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
		if (text[at + 1] === '{' || text[at + 1] === '%') signs.push(at);
	}
	return signs;
}

const touches = (sign: number, { start, end }: Pick<Span, 'start' | 'end'>): boolean =>
	sign < end && sign + 1 >= start;

const liesIn = (sign: number, { start, end }: Span): boolean => sign >= start && sign + 1 < end;

/** Whether each value stands inside an output or a tag that a person wrote. */
const valuesInside = (skeleton: string, placeholder: string): boolean[] =>
	liquidParts(skeleton).flatMap(({ text, isLiquid }) =>
		text
			.split(placeholder)
			.slice(1)
			.map(() => isLiquid),
	);

function kept(text: string, spans: Span[]): string {
	let rest = '';
	let position = 0;
	for (const { start, end } of spans) {
		rest += `${text.slice(position, start)}{% raw %}${text.slice(start, end)}{% endraw %}`;
		position = end;
	}
	return rest + text.slice(position);
}

/** Characters of Liquid as JSON escapes them; two backslashes before the `u` are one in the text, and escape nothing. */
const escapedSigns = /(?<!\\)(?:\\\\)*\\u00(?:7b|25|5b)/gi;

const countEscapedSigns = (text: string): number => text.match(escapedSigns)?.length ?? 0;

/**
 * The same for a text that is JSON, of which an escape in a value becomes a character of Liquid once it is parsed.
 *
 * @throws InvalidInput, when joined, for such an escape in a value as for Liquid
 */
export function jsonLiquidJoiner(words: string[], rules: TextRules, label: string): JoinLiquid {
	const join = liquidJoiner(words, rules, label);
	if (rules.liquidInData === 'run') return join;
	const ownEscapes = words.reduce((count, text) => count + countEscapedSigns(text), 0);
	return (values) => {
		const text = join(values);
		if (!text.includes('\\u00') || countEscapedSigns(text) <= ownEscapes) return text;
		const value = values.find((each) => each.includes('\\')) ?? values[0];
		throw rules.liquidInData === 'refuse'
			? refused(label, value)
			: unkeepable(label, value, 'writes it in escapes of JSON');
	};
}

const refused = (label: string, value: string): InvalidInput =>
	new InvalidInput(
		label,
		`gets Liquid from data, which Braze would run: ${quote(value)}`,
		'Correct the value, or say under Options > Liquid in Data what becomes of it',
	);

const unkeepable = (label: string, value: string, why: string): InvalidInput =>
	new InvalidInput(
		label,
		`gets Liquid from data that cannot be kept as text, because it ${why}: ${quote(value)}`,
		'Correct the value',
	);
