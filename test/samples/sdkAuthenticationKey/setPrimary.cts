import { FIRST_SDK_KEY, NEXT_SDK_KEY } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { appId: 'sandbox-app-001', keyId: NEXT_SDK_KEY },
	wire: [
		{
			method: 'PUT',
			path: '/app_group/sdk_authentication/primary',
			body: { app_id: 'sandbox-app-001', key_id: NEXT_SDK_KEY },
		},
	],
	output: [
		{
			keys: [
				expect.objectContaining({ id: FIRST_SDK_KEY, is_primary: false }),
				expect.objectContaining({ id: NEXT_SDK_KEY, is_primary: true }),
			],
		},
	],
};
