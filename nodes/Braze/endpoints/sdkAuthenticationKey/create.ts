import { additionalFields, fields } from '../../parts/fields';
import { appId } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { answersWith } from '../../pipeline/send/success';

export const createSdkAuthenticationKey: Operation = {
	resource: 'sdkAuthenticationKey',
	value: 'create',
	name: 'Create',
	action: 'Create SDK authentication key',
	description: 'Add a public key to an app, which can have three',
	endpoint: {
		method: 'POST',
		path: '/app_group/sdk_authentication/create',
		permission: 'sdk_authentication.create',
		effect: 'write',
		repeat: 'unsafe',
		success: answersWith('id'),
		parts: [
			fields(
				appId,
				{
					displayName: 'RSA Public Key',
					name: 'rsaPublicKeyStr',
					type: 'string',
					required: true,
					default: '',
					typeOptions: { rows: 4 },
					placeholder: 'e.g. -----BEGIN PUBLIC KEY-----',
					description: 'The public key as PEM text, never the private one',
				},
				{
					displayName: 'Description',
					name: 'description',
					type: 'string',
					required: true,
					default: '',
					description: 'What tells the key apart from the others',
				},
			),
			additionalFields({
				displayName: 'Make Primary',
				name: 'makePrimary',
				type: 'boolean',
				default: false,
				description: 'Whether this becomes the key that Braze checks with first',
			}),
		],
	},
};
