import { identifier, integer, object, string } from '../schemas/json-schema.cts';
import { Collection } from './collection.cts';

/** A file of the media library. */
export interface SeedMediaAsset {
	asset_id: string;
	name: string;
	ext: string;
	url: string;
	/** Bytes. */
	size: number;
}

export const mediaAssetSchema = object(
	'media asset',
	{ asset_id: identifier, name: identifier, ext: identifier, url: string, size: integer },
	['asset_id', 'name', 'ext', 'url', 'size'],
);

export function openMediaAssets(seeded: readonly SeedMediaAsset[]): Collection<SeedMediaAsset> {
	return new Collection(seeded, ({ asset_id: id }) => id);
}
