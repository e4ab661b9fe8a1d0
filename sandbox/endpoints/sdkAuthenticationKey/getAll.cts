import { identifier, keys } from '../../schemas/json-schema.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /app_group/sdk_authentication/keys: without a message key. */
export const getSdkAuthenticationKeys: Endpoint = {
	method: 'GET',
	path: '/app_group/sdk_authentication/keys',
	permission: 'sdk_authentication.keys',
	query: keys({ app_id: identifier }, ['app_id']),
	success: 200,
	handle: ({ query, workspace }) => ({ body: { keys: workspace.sdkKeys.listOf(query.app_id) } }),
};
