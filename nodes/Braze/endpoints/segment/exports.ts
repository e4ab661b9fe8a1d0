import { additionalFields } from '../../parts/fields';
import type { LaterFile } from '../../pipeline/operation';
import type { BrazeField } from '../../schema/field';

export const callbackEndpoint: BrazeField = {
	displayName: 'Callback URL',
	name: 'callbackEndpoint',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $execution.resumeUrl }}',
	pattern: /^https?:\/\/\S+$/,
	patternHint: 'Enter a web address that starts with https://',
	description:
		'URL that Braze calls when the file is there: the resume URL of a Wait node that follows, {{ $execution.resumeUrl }}, or the URL of a Braze Trigger in another workflow',
};

export const outputFormat: BrazeField = {
	displayName: 'Output Format',
	name: 'outputFormat',
	type: 'options',
	default: 'zip',
	description: 'How the files are packed; gzip needs your own cloud storage',
	options: [
		{ name: 'Gzip', value: 'gzip' },
		{ name: 'Zip', value: 'zip' },
	],
};

export const exportOptions = (...more: BrazeField[]) =>
	additionalFields(callbackEndpoint, outputFormat, ...more);

/** The file that an export makes: a zip of files with one user a line. */
export const exportFile: LaterFile = {
	urlOf: ({ url }) => (typeof url === 'string' && url !== '' ? url : undefined),
	nameOf: ({ object_prefix: prefix }) =>
		typeof prefix === 'string' && prefix !== '' ? `${prefix}.zip` : 'export.zip',
	mimeType: 'application/zip',
	withoutUrl:
		'the export runs, but Braze gives no address of the file where cloud storage is connected: it goes there',
};
