import { InvalidInput } from '../../schema/invalidInput';
import { asContent, chunksReader, evaluated } from './expressionReader';
import type { ReadWith } from './expressionReader';
import { jsonReader } from './jsonReader';
import type { Reader } from './reader';
import { holdsFixedExpression, splitExpression, splitFixed, wholeCode } from './splitText';
import { evaluatesFixed } from './traits';
import type { Traits } from './traits';

/** @returns the reader of a text as it is stored; n8n marks Expression mode by a leading equals sign */
export function textReader(stored: string, traits: Traits, using: ReadWith): Reader {
	if (stored.startsWith('=')) {
		const text = traits.kind === 'json' ? withoutEmptyJson(stored.slice(1)) : stored.slice(1);
		const chunks = splitExpression(text);
		return chunks.length === 0 || isRefusedByN8n(text)
			? { read: (itemIndex) => evaluated(() => using.engine.text(text, itemIndex), [], traits) }
			: chunksReader(chunks, traits, using);
	}
	if (!holdsFixedExpression(stored)) return { constant: asContent(stored, traits, using) };
	if (!evaluatesFixed(traits)) {
		throw new InvalidInput(
			traits.label,
			'holds an expression in {{ }} but is in Fixed mode, where it would be sent as it is',
			'Switch the field to Expression',
		);
	}
	return traits.kind === 'json'
		? jsonReader(stored, traits, using)
		: chunksReader(splitFixed(stored), traits, using);
}

/** n8n evaluates no text in which this stands, be it in words. */
const isRefusedByN8n = (text: string): boolean => /\.\s*constructor/.test(text);

const besideEmpty = /^\s*(?:\{\s*\}|\[\s*\])?\s*(\{\{[^]*\}\})\s*(?:\{\s*\}|\[\s*\])?\s*$/;

/** n8n puts a column that is dropped on a JSON field beside what the field holds, which at first is an empty object or list. */
function withoutEmptyJson(text: string): string {
	const [, expression = text] = besideEmpty.exec(text) ?? [];
	return wholeCode(splitExpression(expression)) === undefined ? text : expression;
}
