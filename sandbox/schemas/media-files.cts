import { codedRefusal } from '../errors.cts';
import { MAX_ASSET_BYTES } from '../limits.cts';

/** What a request says of a file. */
export interface FileBody {
	asset_url?: string;
	/** The content as base64: Braze documents binary data inside JSON, which JSON cannot hold. */
	asset_file?: string;
	name?: string;
}

export interface MediaFile {
	name: string;
	ext: string;
	size: number;
}

const EXTENSIONS = [
	...['gif', 'ico', 'jpeg', 'jpg', 'png', 'webp', 'svg'],
	...['doc', 'docx', 'pdf', 'ppt', 'pptx', 'xls', 'xlsx', 'zip'],
];

/** What the first bytes say a file is, where it comes without a name. */
const SIGNATURES: Array<[string, string]> = [
	['89504e47', 'png'],
	['47494638', 'gif'],
	['ffd8ff', 'jpg'],
	['25504446', 'pdf'],
	['504b0304', 'zip'],
];

/** Bytes of a file behind an address, which the sandbox does not fetch. */
const UNSEEN_BYTES = 1024;

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * The file of a request that gives it in one of the two ways.
 *
 * @throws BrazeError with one of Braze's codes
 */
export function readFile({ asset_url: url, asset_file: file, name }: FileBody): MediaFile {
	const found = url === undefined ? fromContent(file ?? '', name) : fromAddress(url, name);
	if (!EXTENSIONS.includes(found.ext)) {
		throw codedRefusal(400, 'The file type is not supported.', 'UNSUPPORTED_FILE_TYPE', {
			file_type: found.ext,
		});
	}
	if (found.size > MAX_ASSET_BYTES) {
		throw codedRefusal(400, 'The asset exceeds the size limit.', 'ASSET_SIZE_EXCEEDS_LIMIT');
	}
	return found;
}

function fromAddress(url: string, name: string | undefined): MediaFile {
	if (!/^https?:\/\/[^/\s]+\/\S+$/.test(url)) {
		throw codedRefusal(400, 'The asset URL is not valid.', 'INVALID_ASSET_URL', { asset_url: url });
	}
	const file = new URL(url).pathname.split('/').at(-1) ?? '';
	return { ...named(name ?? file, extensionOf(file)), size: UNSEEN_BYTES };
}

function fromContent(file: string, name = ''): MediaFile {
	if (!BASE64.test(file)) {
		throw codedRefusal(400, 'The asset could not be uploaded.', 'ASSET_UPLOAD_FAILED');
	}
	const bytes = Buffer.from(file, 'base64');
	const start = bytes.subarray(0, 8).toString('hex');
	const seen = SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1] ?? '';
	return { ...named(name, extensionOf(name) || seen), size: bytes.byteLength };
}

function extensionOf(file: string): string {
	return /\.([A-Za-z0-9]+)$/.exec(file)?.[1].toLowerCase() ?? '';
}

function named(name: string, ext: string): Pick<MediaFile, 'name' | 'ext'> {
	return { name: name.replace(/\.[A-Za-z0-9]+$/, '') || 'asset', ext };
}
