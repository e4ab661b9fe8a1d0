import type { IWebhookFunctions } from 'n8n-workflow';

import { hasLongNumber, readJson } from './json';
import { isRecord, joined, type Rec } from './records';

/** What a request carries. */
export type Body =
	| { kind: 'empty' }
	| { kind: 'json'; value: object }
	/** Something else than a JSON object or list: text, a number. */
	| { kind: 'other'; value: unknown };

/** The parts of n8n's request that its parsed body leaves out. */
interface RawRequest {
	rawBody?: Buffer;
}

/**
 * Reads the body of a request, whatever type it is declared as: a webhook message carries the header Content-Type
 * only where somebody typed it, and without it n8n gives text, or nothing at all.
 */
export function readBody(context: IWebhookFunctions): Body {
	const parsed = context.getBodyData() as unknown;
	const { rawBody } = context.getRequestObject() as RawRequest;
	const raw = Buffer.isBuffer(rawBody) ? rawBody.toString('utf8') : '';
	const type = String(context.getHeaderData()['content-type']).toLowerCase();
	if (parsed === undefined || parsed === null) return fromText(raw);
	if (typeof parsed === 'string') return fromText(parsed);
	if (type.startsWith('multipart/form-data')) return fromParts(parsed);
	if (plainJson.test(type) && hasLongNumber(raw)) return fromText(raw);
	if (typeof parsed !== 'object') return { kind: 'other', value: parsed };
	if (type.startsWith('application/x-www-form-urlencoded')) {
		const text = fromText(raw);
		if (text.kind === 'json') return text;
		const decoded = fromText(formDecoded(raw));
		if (decoded.kind === 'json') return decoded;
		if (!raw.includes('=')) return text;
	}
	return Object.keys(parsed).length === 0 ? { kind: 'empty' } : { kind: 'json', value: parsed };
}

/** n8n reads a form in parts into its fields and its files; of a file only what it is goes on, since Braze sends texts. */
function fromParts(parsed: unknown): Body {
	const { data, files } = isRecord(parsed) ? parsed : {};
	const described = Object.entries(isRecord(files) ? files : {}).map(([name, file]) => [
		name,
		Array.isArray(file) ? (file as unknown[]).map(aboutFile) : aboutFile(file),
	]);
	const value = joined(isRecord(data) ? data : {}, Object.fromEntries(described) as Rec, 'file');
	return Object.keys(value).length === 0 ? { kind: 'empty' } : { kind: 'json', value };
}

function aboutFile(file: unknown): Rec {
	const { originalFilename: fileName, mimetype: mimeType, size } = isRecord(file) ? file : {};
	return { fileName: fileName ?? null, mimeType: mimeType ?? null, bytes: size ?? null };
}

/** JSON in UTF-8, which n8n has read as JSON.parse does. */
const plainJson = /^application\/json *(?:$|; *charset="?utf-?8)/;

function fromText(text: string): Body {
	const trimmed = text.replace(/^\uFEFF/, '').trim();
	if (trimmed === '') return { kind: 'empty' };
	const value = jsonIn(trimmed);
	if (value === null) return { kind: 'empty' };
	if (typeof value !== 'object') return { kind: 'other', value };
	return Object.keys(value).length === 0 ? { kind: 'empty' } : { kind: 'json', value };
}

/** @returns what the text says as JSON; the text itself where it is none, or a number that would lose how it is written */
function jsonIn(text: string): unknown {
	try {
		const value = readJson(text);
		return typeof value === 'number' && String(value) !== text ? text : value;
	} catch {
		// plain text is a body too: whoever needs JSON refuses it with a sentence
		return text;
	}
}

/** @returns a form body that is no list of fields but one encoded text; empty where it cannot be decoded */
function formDecoded(text: string): string {
	try {
		return decodeURIComponent(text.replace(/\+/g, ' '));
	} catch {
		// a lone percent sign: then these are fields, which n8n has read
		return '';
	}
}
