import type { IDataObject } from 'n8n-workflow';

import { fields } from '../../parts/fields';
import type { Operation } from '../../pipeline/operation';
import { isObject } from '../../schema/convert';
import { file, MEDIA_RATE_LIMIT } from './file';
import { answersWithObject } from '../../pipeline/send/success';

/** Braze calls the asset an image whatever it is. */
const asset = ({ new_image_asset: own, ...answer }: IDataObject): IDataObject[] => [
	{ ...answer, ...(isObject(own) ? own : {}) },
];

export const replaceMediaAsset: Operation = {
	resource: 'mediaAsset',
	value: 'replace',
	name: 'Replace',
	action: 'Replace media asset',
	description: 'Put another file of the same type in place of one, at once in every message',
	endpoint: {
		method: 'PUT',
		path: '/media_library/replace_file',
		permission: 'media_library.replace',
		rateLimit: MEDIA_RATE_LIMIT,
		effect: 'write',
		repeat: 'safe',
		success: answersWithObject('new_image_asset'),
		advice: { 404: 'Check the Asset ID; the dashboard shows it with the file' },
		parts: [
			fields({
				displayName: 'Asset ID',
				name: 'assetId',
				type: 'string',
				identifier: true,
				required: true,
				default: '',
				placeholder: 'e.g. 5f1b8c3e2d9a4b0012c3d4e5',
				description: 'ID of the asset, as the dashboard shows it',
			}),
			file,
		],
		output: asset,
	},
};
