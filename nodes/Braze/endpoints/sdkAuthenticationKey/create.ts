import { additionalFields, fields, rule } from '../../parts/fields';
import { appId } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { answersWith } from '../../pipeline/send/success';
import { InvalidInput } from '../../schema/invalidInput';

const PUBLIC_KEY = 'RSA Public Key';

/** What is there must not leave n8n, nor stand in a failure. */
const checkPublicKey = rule(({ wire }) => {
	const key = String(wire.rsa_public_key_str);
	if (/PRIVATE KEY/i.test(key)) {
		throw new InvalidInput(
			PUBLIC_KEY,
			'is a private key',
			'Give the public one of the pair; the private one stays on your own server',
		);
	}
	if (/\\n/.test(key)) {
		throw new InvalidInput(
			PUBLIC_KEY,
			'has \\n as two characters where its lines end',
			"Put line breaks there, as in {{ $json.key.replaceAll('\\\\n', '\\n') }}",
		);
	}
});

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
					displayName: PUBLIC_KEY,
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
			checkPublicKey,
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
