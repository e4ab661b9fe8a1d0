import { fact, type Fields } from '../fields.cts';
import { media, type Preview } from './preview.cts';

const MAX_SEARCHED = 200_000;
const MAX_IMAGES = 20;
// The length is bounded, so that a body made to be slow to search is not.
const IMAGE = /<img\b[^>]{0,1000}?\ssrc\s*=\s*["']?([^"'\s>]{1,2000})/gi;

/** An email: its head as facts, its body as a document for a frame. */
export function email(message: Fields): Preview {
	const body = message.take('body');
	const html = typeof body === 'string' ? body : '';
	const template = message.text('email_template_id');
	return {
		look: 'email',
		title: message.text('subject'),
		text: message.text('preheader'),
		facts: [
			...fact('From', message.take('from')),
			...fact('Reply to', message.take('reply_to')),
			...fact('Bcc', message.take('bcc')),
			...fact('Template', template),
		],
		media: [
			...media('Image', ...imagesOf(html)),
			...message
				.objects('attachments')
				.flatMap((file) => media(`Attachment ${file.text('file_name')}`, file.text('url'))),
		],
		isDocument: html.trim() !== '',
	};
}

/** The body of an email message as the document it is; undefined where it has none. */
export function emailDocument(message: unknown): string | undefined {
	const body = (message as { body?: unknown } | undefined)?.body;
	if (typeof body !== 'string' || body.trim() === '') return undefined;
	// A link that wants a window of its own finds none to open, so it stays text.
	return `<!doctype html><meta charset="utf-8"><base target="_blank"><title>Email</title>${body}`;
}

function imagesOf(html: string): string[] {
	const addresses = [...html.slice(0, MAX_SEARCHED).matchAll(IMAGE)].map(([, address]) => address);
	return [...new Set(addresses)].slice(0, MAX_IMAGES);
}
