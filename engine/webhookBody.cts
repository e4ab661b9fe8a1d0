import { parse as parseQuery } from 'node:querystring';
import { gunzipSync, inflateSync } from 'node:zlib';

/** What n8n hands to the function of a webhook. */
export interface ParsedBody {
	/** Absent where the body is empty or of a type that n8n leaves alone. */
	body?: unknown;
	/** The bytes as they came, unpacked; absent where a form in parts was read from the stream. */
	rawBody?: Buffer;
}

/** @returns the bytes of a body as they were before they were packed */
export function unpacked(raw: Buffer, encoding: string | undefined): Buffer {
	if (encoding === 'gzip') return gunzipSync(raw);
	return encoding === 'deflate' ? inflateSync(raw) : raw;
}

/** n8n parses what is declared as JSON, as a form or as plain text, and leaves anything else alone. */
export function parsedBody(raw: Buffer, declared: string): ParsedBody | { unreadable: true } {
	const type = declared.split(';')[0].trim().toLowerCase();
	if (type === 'multipart/form-data') return { body: partsOf(raw, declared) };
	const text = raw.toString('utf8');
	if (text === '') return { rawBody: raw };
	switch (type) {
		case 'application/json':
			try {
				return { body: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown, rawBody: raw };
			} catch {
				return { unreadable: true };
			}
		case 'application/x-www-form-urlencoded':
			return { body: parseQuery(text), rawBody: raw };
		case 'text/plain':
			return { body: text, rawBody: raw };
		default:
			return { rawBody: raw };
	}
}

interface Parts {
	data: Record<string, unknown>;
	files: Record<string, unknown>;
}

/** A form in parts: fields under `data`, files under `files`, several of one name as a list. */
function partsOf(raw: Buffer, declared: string): Parts {
	const boundary = /boundary="?([^";]+)/i.exec(declared)?.[1] ?? '';
	const parts: Parts = { data: {}, files: {} };
	for (const part of raw.toString('utf8').split(`--${boundary}`).slice(1, -1)) {
		const [head, ...rest] = part.split('\r\n\r\n');
		const content = rest.join('\r\n\r\n').replace(/\r\n$/, '');
		const name = /[; ]name="([^"]*)"/i.exec(head)?.[1] ?? '';
		const originalFilename = /filename="([^"]*)"/i.exec(head)?.[1];
		const mimetype = /content-type: *(\S+)/i.exec(head)?.[1] ?? null;
		if (originalFilename === undefined) addTo(parts.data, name, content);
		else {
			const filepath = '/tmp/upload-of-n8n';
			addTo(parts.files, name, { filepath, originalFilename, mimetype, size: content.length });
		}
	}
	return parts;
}

function addTo(values: Record<string, unknown>, name: string, value: unknown): void {
	const earlier = values[name];
	values[name] = earlier === undefined ? value : [earlier, value].flat();
}
