import { NEXT_SDK_KEY } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { appId: 'sandbox-app-001', keyId: NEXT_SDK_KEY },
	wire: [
		{
			method: 'DELETE',
			path: '/app_group/sdk_authentication/delete',
			body: { app_id: 'sandbox-app-001', key_id: NEXT_SDK_KEY },
		},
	],
	output: [{ key_id: NEXT_SDK_KEY, deleted: true }],
};
