import { BrazeError } from '../errors.cts';
import type { SdkKey } from '../workspace/sdk-keys.cts';
import type { Workspace } from '../workspace/workspace.cts';
import { identifier, keys } from './json-schema.cts';

/** A key of an app. */
export const keyOfApp = keys({ app_id: identifier, key_id: identifier }, ['app_id', 'key_id']);

/** The key of a request; refused where its app has no such key. */
export function knownSdkKey(
	{ sdkKeys }: Workspace,
	{ app_id: appId, key_id: keyId }: Record<string, unknown>,
): SdkKey {
	const key = sdkKeys.ofApp(appId).find(({ id }) => id === keyId);
	if (key) return key;
	throw new BrazeError(400, 'The key could not be found');
}
