import { keyOfApp, knownSdkKey } from '../../schemas/sdk-keys.cts';
import type { Endpoint } from '../endpoint.cts';

/** PUT /app_group/sdk_authentication/primary */
export const setPrimarySdkAuthenticationKey: Endpoint = {
	method: 'PUT',
	path: '/app_group/sdk_authentication/primary',
	permission: 'sdk_authentication.primary',
	body: keyOfApp,
	success: 200,
	handle({ body, workspace }) {
		workspace.sdkKeys.makePrimary(knownSdkKey(workspace, body));
		return { body: { keys: workspace.sdkKeys.listOf(body.app_id) } };
	},
};
