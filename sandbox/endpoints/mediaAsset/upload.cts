import { BrazeError } from '../../errors.cts';
import { keys, string } from '../../schemas/json-schema.cts';
import { readFile, type FileBody } from '../../schemas/media-files.cts';
import { newId } from '../../workspace/ids.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /media_library/create: the id of what it made is not in the answer. */
export const uploadMediaAsset: Endpoint = {
	method: 'POST',
	path: '/media_library/create',
	permission: 'media_library.create',
	rateLimit: 'mediaUploadsPerHour',
	body: keys({ asset_url: string, asset_file: string, name: string }),
	success: 200,
	handle({ body, workspace, note }) {
		const given = body as FileBody;
		if (given.asset_url === undefined && given.asset_file === undefined) {
			throw new BrazeError(400, 'Either asset_url or asset_file must be provided.');
		}
		if (given.asset_url !== undefined && given.asset_file !== undefined) {
			const fault = 'Both asset_url and asset_file cannot be provided. Please provide only one.';
			throw new BrazeError(400, fault);
		}
		const file = readFile(given);
		if (file.ext === 'zip') note('the archive stays one asset, since the sandbox does not open it');
		const id = newId();
		const url = `https://media.example.com/${id}.${file.ext}`;
		workspace.mediaAssets.add({ asset_id: id, ...file, url });
		return {
			body: {
				new_assets: [{ name: file.name, size: file.size, url, ext: file.ext }],
				errors: [],
				dashboard_url: 'https://dashboard.example.com/media_library',
			},
		};
	},
};
