import type { BrazeField, Report } from '../schema/field';
import { quote } from '../schema/invalidInput';
import { holdsLiquid } from '../schema/liquid';
import { isWebAddress } from './webAddress';
import { rowsOf } from './common';

/** File types that Braze attaches to an email, told by the URL (Braze docs, email object). */
export const ATTACHMENT_EXTENSIONS: readonly string[] = [
	...['txt', 'csv', 'log', 'css', 'ics', 'jpg', 'jpe', 'jpeg', 'gif', 'png', 'bmp', 'psd', 'tif'],
	...[
		'tiff',
		'svg',
		'indd',
		'ai',
		'eps',
		'doc',
		'docx',
		'rtf',
		'odt',
		'ott',
		'pdf',
		'pub',
		'pages',
	],
	...[
		'mobi',
		'epub',
		'mp3',
		'm4a',
		'm4v',
		'wma',
		'ogg',
		'flac',
		'wav',
		'aif',
		'aifc',
		'aiff',
		'mp4',
	],
	...['mov', 'avi', 'mkv', 'mpeg', 'mpg', 'wmv', 'xls', 'xlsx', 'ods', 'numbers', 'odp', 'ppt'],
	...['pptx', 'pps', 'key', 'zip', 'vcf', 'pkpass'],
];

export const attachments: BrazeField = {
	displayName: 'Attachments',
	name: 'attachments',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Attachment',
	default: {},
	description: 'Files of up to 2 MB that Braze fetches from the web',
	options: [
		{
			displayName: 'Attachment',
			name: 'attachment',
			values: [
				{
					displayName: 'File Name',
					name: 'fileName',
					type: 'string',
					required: true,
					default: '',
					description: 'Without its ending, which the URL gives',
					liquid: true,
				},
				{
					displayName: 'URL',
					name: 'url',
					type: 'string',
					required: true,
					default: '',
					liquid: true,
				},
				{
					displayName: 'Basic Auth Credential',
					name: 'basicAuthCredential',
					type: 'string',
					default: '',
					description: 'Connected Content credential in Braze that opens the URL',
				},
			],
		},
	],
};

/** @returns the file type that the path of a URL ends in, in lower case; undefined where it has none or Liquid makes it */
function extensionOf(url: string): string | undefined {
	if (holdsLiquid(url)) return undefined;
	const path = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*\/([^?#]*)/i.exec(url)?.[1];
	return path && /\.([^./]+)$/.exec(path)?.[1].toLowerCase();
}

/** Braze attaches only the file types it knows. */
export function checkAttachments(value: unknown, report: Report): void {
	rowsOf(value).forEach(({ url }, index) => {
		if (typeof url === 'string' && !isWebAddress(url)) {
			report(
				`Attachments ${index + 1} > URL`,
				`is no web address: ${quote(url)}`,
				'Begin it with https://',
			);
		}
		const extension = typeof url === 'string' ? extensionOf(url) : undefined;
		if (extension && !ATTACHMENT_EXTENSIONS.includes(extension)) {
			report(
				`Attachments ${index + 1} > URL`,
				`leads to a .${extension} file, which Braze does not attach`,
				'Give a file of another type, such as pdf, png or zip',
			);
		}
	});
}
