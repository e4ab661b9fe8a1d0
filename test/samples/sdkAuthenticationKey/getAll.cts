import { FIRST_SDK_KEY, NEXT_SDK_KEY } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { appId: 'sandbox-app-001', returnAll: true },
	wire: [
		{
			method: 'GET',
			path: '/app_group/sdk_authentication/keys',
			query: { app_id: 'sandbox-app-001' },
		},
	],
	output: [
		expect.objectContaining({ id: FIRST_SDK_KEY, is_primary: true }),
		expect.objectContaining({ id: NEXT_SDK_KEY, is_primary: false }),
	],
};
