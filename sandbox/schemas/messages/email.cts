import { boolean, has, identifier, keyValues, list, object, string } from '../json-schema.cts';
import type { Problem } from '../validate.cts';
import type { MessageObject } from './message-object.cts';

const ALLOWED_EXTENSIONS = new Set(
	(
		'txt csv log css ics jpg jpe jpeg gif png bmp psd tif tiff svg indd ai eps doc docx rtf odt ott pdf pub ' +
		'pages mobi epub mp3 m4a m4v wma ogg flac wav aif aifc aiff mp4 mov avi mkv mpeg mpg wmv xls xlsx ods ' +
		'numbers odp ppt pptx pps key zip vcf pkpass'
	).split(' '),
);

/** A file Braze fetches by URL; also taken by /campaigns/trigger/send. */
export const attachments = list(
	object(
		'email_attachment',
		{ file_name: identifier, url: identifier, basic_auth_credential: string },
		['file_name', 'url'],
	),
);

/** Attachments whose kind Braze does not take: it reads the extension off the URL. */
export function attachmentProblems(
	files: Array<{ url: string }> | undefined,
	path: string,
): Problem[] {
	return (files ?? []).flatMap(({ url }, index) => {
		const extension = /\.([a-z0-9]+)$/i.exec(url.split(/[?#]/)[0])?.[1].toLowerCase();
		if (url.includes('{{') || (extension && ALLOWED_EXTENSIONS.has(extension))) return [];
		return [{ detail: `${path}[${index}].url must end in an extension Braze attaches` }];
	});
}

const schema = object(
	'email',
	{
		app_id: identifier,
		subject: string,
		from: { type: 'string', format: 'sender' },
		reply_to: { type: 'string', format: 'reply-to' },
		bcc: { type: 'string', format: 'address' },
		body: string,
		plaintext_body: string,
		preheader: string,
		email_template_id: identifier,
		message_variation_id: string,
		extras: keyValues,
		headers: keyValues,
		should_inline_css: boolean,
		attachments,
		suppress_footer: boolean,
		also_send_to: list({ type: 'string', format: 'address' }),
	},
	['app_id', 'from'],
	{
		if: has('email_template_id'),
		else: { required: ['body'], because: 'unless email_template_id is given' },
	},
);

interface Email {
	attachments?: Array<{ url: string }>;
}

export const email: MessageObject<Email> = {
	schema,
	rules: (message, { path }) => attachmentProblems(message.attachments, `${path}.attachments`),
};
