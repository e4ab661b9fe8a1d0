import { BrazeError, codedRefusal } from '../../errors.cts';
import { keys, string } from '../../schemas/json-schema.cts';
import { readFile, type FileBody } from '../../schemas/media-files.cts';
import type { Endpoint } from '../endpoint.cts';

/** PUT /media_library/replace_file: another file of the same type under the same address. */
export const replaceMediaAsset: Endpoint = {
	method: 'PUT',
	path: '/media_library/replace_file',
	permission: 'media_library.replace',
	rateLimit: 'mediaReplacementsPerHour',
	body: keys({ asset_id: string, asset_url: string, asset_file: string }),
	success: 200,
	handle({ body, workspace }) {
		const { asset_id: id, ...given } = body as FileBody & { asset_id?: string };
		if (!id) throw new BrazeError(400, 'asset_id is required.');
		if ((given.asset_url === undefined) === (given.asset_file === undefined)) {
			throw new BrazeError(400, 'Either file or asset_url is required.');
		}
		const asset = workspace.mediaAssets.find(id);
		if (!asset) throw codedRefusal(404, 'The asset could not be found.', 'ASSET_NOT_FOUND');
		const { ext, size } = readFile({ ...given, name: asset.name });
		if (ext !== asset.ext) {
			const fault = 'The file extension does not match that of the asset.';
			throw codedRefusal(400, fault, 'EXTENSION_MISMATCH', { file_type: ext });
		}
		asset.size = size;
		return {
			body: {
				info: 'Asset file updated successfully.',
				new_image_asset: { name: asset.name, size, url: asset.url, ext },
			},
		};
	},
};
