import { boolean, identifier, object, string } from '../schemas/json-schema.cts';
import { Collection } from './collection.cts';

export interface SdkKey {
	id: string;
	app_id: string;
	rsa_public_key: string;
	description: string;
	is_primary: boolean;
}

export const sdkKeySchema = object(
	'SDK authentication key',
	{
		id: identifier,
		app_id: identifier,
		rsa_public_key: string,
		description: identifier,
		is_primary: boolean,
	},
	['id', 'app_id', 'rsa_public_key', 'description', 'is_primary'],
);

/** The public keys of all apps. */
export class SdkKeys extends Collection<SdkKey> {
	constructor(seeded: readonly SdkKey[]) {
		super(seeded, ({ id }) => id);
	}

	ofApp(appId: unknown): SdkKey[] {
		return this.all().filter(({ app_id: app }) => app === appId);
	}

	/** The keys of an app as answers list them. */
	listOf(appId: unknown): Array<Omit<SdkKey, 'app_id'>> {
		return this.ofApp(appId).map(({ app_id: _app, ...key }) => key);
	}

	/** Makes a key of its app the only primary one. */
	makePrimary(key: SdkKey): void {
		for (const each of this.ofApp(key.app_id)) each.is_primary = each.id === key.id;
	}
}
