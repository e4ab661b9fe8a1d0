import { BrazeError } from '../../errors.cts';
import { boolean, identifier, keys } from '../../schemas/json-schema.cts';
import { newId } from '../../workspace/ids.cts';
import type { Endpoint } from '../endpoint.cts';

/** Keys of one app. Braze docs. */
const MAX_KEYS = 3;

/** POST /app_group/sdk_authentication/create */
export const createSdkAuthenticationKey: Endpoint = {
	method: 'POST',
	path: '/app_group/sdk_authentication/create',
	permission: 'sdk_authentication.create',
	body: keys(
		{
			app_id: identifier,
			rsa_public_key_str: identifier,
			description: identifier,
			make_primary: boolean,
		},
		['app_id', 'rsa_public_key_str', 'description'],
	),
	success: 201,
	handle({ body, workspace }) {
		const others = workspace.sdkKeys.ofApp(body.app_id);
		if (others.length >= MAX_KEYS) throw new BrazeError(400, `An app has at most ${MAX_KEYS} keys`);
		const key = {
			id: newId(),
			app_id: String(body.app_id),
			rsa_public_key: String(body.rsa_public_key_str),
			description: String(body.description),
			is_primary: false,
		};
		workspace.sdkKeys.add(key);
		if (body.make_primary === true || others.length === 0) workspace.sdkKeys.makePrimary(key);
		return { body: { id: key.id } };
	},
};
