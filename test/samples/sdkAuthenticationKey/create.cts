import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		appId: 'sandbox-app-002',
		rsaPublicKeyStr: '-----BEGIN PUBLIC KEY-----',
		description: 'Key of spring',
		additionalFields: { makePrimary: true },
	},
	wire: [
		{
			method: 'POST',
			path: '/app_group/sdk_authentication/create',
			body: {
				app_id: 'sandbox-app-002',
				rsa_public_key_str: '-----BEGIN PUBLIC KEY-----',
				description: 'Key of spring',
				make_primary: true,
			},
		},
	],
	output: [{ id: expect.any(String) }],
};
