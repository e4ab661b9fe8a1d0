import { BrazeError } from '../../errors.cts';
import { keyOfApp, knownSdkKey } from '../../schemas/sdk-keys.cts';
import type { Endpoint } from '../endpoint.cts';

/** DELETE /app_group/sdk_authentication/delete: with a body. */
export const deleteSdkAuthenticationKey: Endpoint = {
	method: 'DELETE',
	path: '/app_group/sdk_authentication/delete',
	permission: 'sdk_authentication.delete',
	body: keyOfApp,
	success: 200,
	handle({ body, workspace }) {
		const key = knownSdkKey(workspace, body);
		if (key.is_primary) throw new BrazeError(400, 'The primary key cannot be deleted');
		workspace.sdkKeys.remove(key.id);
		return { body: { keys: workspace.sdkKeys.listOf(body.app_id) } };
	},
};
