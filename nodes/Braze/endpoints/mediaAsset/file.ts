import type { IBinaryData, INodeProperties } from 'n8n-workflow';

import type { Part, Show } from '../../pipeline/part';
import type { ItemParameters } from '../../pipeline/read/parameters';
import { BinaryFile } from '../../schema/binaryFile';
import { isAbsent, toText } from '../../schema/convert';
import { InvalidInput, quote } from '../../schema/invalidInput';

const SOURCE = 'File From';
const BINARY_FIELD = 'Input Binary Field';
const URL = 'File URL';

/** Largest file in bytes (Braze docs: 5 MB); of an archive each file in it, which only Braze sees. */
const MAX_FILE_BYTES = 5 * 1024 * 1024;
const ARCHIVE = 'zip';

export const MEDIA_RATE_LIMIT = '100 an hour';

const describe = (show: Show): INodeProperties[] => [
	{
		displayName: SOURCE,
		name: 'fileSource',
		type: 'options',
		default: 'binary',
		options: [
			{
				name: 'Binary Data',
				value: 'binary',
				description:
					'A file of the input item; Braze does not say how it takes one, this node sends base64',
			},
			{ name: 'URL', value: 'url', description: 'Braze fetches the file itself' },
		],
		displayOptions: { show },
	},
	{
		displayName: BINARY_FIELD,
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the input binary field containing the file to be sent',
		displayOptions: { show: { ...show, fileSource: ['binary'] } },
	},
	{
		displayName: URL,
		name: 'assetUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://cdn.example.com/logo.png',
		description: 'Public address of the file',
		displayOptions: { show: { ...show, fileSource: ['url'] } },
	},
];

/** A file: that of the input item, or an address where Braze finds it. */
export const file: Part = {
	describe,
	write: (parameters) => {
		const { read } = parameters;
		const source = read('fileSource');
		if (source === 'url') return { wire: { asset_url: addressOf(read('assetUrl')) } };
		if (source !== 'binary') {
			throw new InvalidInput(SOURCE, `is ${quote(source)}`, 'Choose binary or url');
		}
		return { wire: { asset_file: fileOf(parameters) as unknown as string } };
	},
};

/** @returns the name of the input item's file, which goes with its content; an archive has none of its own in Braze */
export function fileNameOf({ read, file: find }: ItemParameters): string | undefined {
	if (read('fileSource') !== 'binary') return undefined;
	const found = find(String(read('binaryPropertyName')));
	return found && !isArchive(found) ? found.fileName : undefined;
}

function addressOf(value: unknown): string {
	const address = isAbsent(value) ? '' : toText(value, URL).trim();
	if (/^https?:\/\/\S+$/i.test(address)) return address;
	throw new InvalidInput(
		URL,
		address === '' ? 'is empty' : `is ${quote(address)}`,
		'Give the public address of the file, with https',
	);
}

function fileOf({ itemIndex, read, file: find }: ItemParameters): BinaryFile {
	const given = read('binaryPropertyName');
	const property = isAbsent(given) ? '' : toText(given, BINARY_FIELD);
	const found = property === '' ? undefined : find(property);
	if (!found) {
		throw new InvalidInput(
			BINARY_FIELD,
			`names ${quote(property)}, and the input item has no file there`,
			'Check under Binary in the input panel which name the file has',
		);
	}
	checkSize(found);
	const { fileName, mimeType, fileSize } = found;
	const title = [fileName ?? property, mimeType, fileSize].filter(Boolean).join(', ');
	return new BinaryFile(itemIndex, property, title);
}

/** What a node of another kind put there may have neither a name nor a type. */
const isArchive = ({ fileExtension, mimeType }: Partial<IBinaryData>): boolean =>
	fileExtension === ARCHIVE || String(mimeType ?? '').includes(ARCHIVE);

function checkSize(found: IBinaryData): void {
	const { bytes } = found;
	if (bytes === undefined || isArchive(found) || bytes <= MAX_FILE_BYTES) return;
	throw new InvalidInput(
		BINARY_FIELD,
		`holds ${bytes} bytes and Braze takes at most ${MAX_FILE_BYTES} (5 MB)`,
		'Make the file smaller',
	);
}
