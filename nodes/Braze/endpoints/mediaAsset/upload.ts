import type { IDataObject } from 'n8n-workflow';

import { additionalFields } from '../../parts/fields';
import type { Operation } from '../../pipeline/operation';
import type { Part } from '../../pipeline/part';
import { isObject } from '../../schema/convert';
import { file, fileNameOf, MEDIA_RATE_LIMIT } from './file';
import { detailOf, listOf } from '../../pipeline/send/answer';
import { answersWithList } from '../../pipeline/send/success';

const nameField = additionalFields({
	displayName: 'Name',
	name: 'assetName',
	wireKey: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. logo.png',
	description: 'Name in the media library; of a ZIP, what the names of its files begin with',
});

/** Content alone has no name, so the file's own goes with it unless the form gives another. */
const assetName: Part = {
	...nameField,
	write: (parameters, writing) => {
		const own = fileNameOf(parameters);
		return {
			wire: { ...(own ? { name: own } : {}), ...nameField.write?.(parameters, writing).wire },
		};
	},
};

/** One item for each file that Braze stored, an archive has several; what it left out of an archive stands with each. */
function eachAsset({ new_assets: assets, errors, ...answer }: IDataObject): IDataObject[] {
	const skipped = Array.isArray(errors) && errors.length > 0 ? { errors } : {};
	const stored = listOf(assets).filter(isObject);
	if (stored.length === 0) return [{ ...answer, ...skipped }];
	return stored.map((asset) => ({ ...asset, ...answer, ...skipped }));
}

/** An archive of which Braze left out every file. */
function nothingStored({ new_assets: assets, errors }: IDataObject): string | undefined {
	if (listOf(assets).length > 0) return undefined;
	const skipped = listOf(errors).map((each) => {
		const { name, ext } = isObject(each) ? each : {};
		const fileName = [name, ext].filter((part) => typeof part === 'string').join('.');
		return fileName === '' ? detailOf(each) : `${fileName}: ${detailOf(each)}`;
	});
	return ['no file was stored', ...skipped].join('; ');
}

export const uploadMediaAsset: Operation = {
	resource: 'mediaAsset',
	value: 'upload',
	name: 'Upload',
	action: 'Upload media asset',
	description: 'Add a file, or each file of a ZIP, to the media library and get its address',
	endpoint: {
		method: 'POST',
		path: '/media_library/create',
		permission: 'media_library.create',
		rateLimit: MEDIA_RATE_LIMIT,
		effect: 'write',
		repeat: 'unsafe',
		success: answersWithList('new_assets'),
		nothingSent: nothingStored,
		advice: {
			200: 'Braze takes images, PDF and Office files, and a ZIP of such files without folders in it',
		},
		parts: [file, assetName],
		output: eachAsset,
	},
};
