import { fields } from '../../parts/fields';
import { appId } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { keyId } from './keyId';
import { answersWithList } from '../../pipeline/send/success';

export const deleteSdkAuthenticationKey: Operation = {
	resource: 'sdkAuthenticationKey',
	value: 'delete',
	name: 'Delete',
	action: 'Delete SDK authentication key',
	description:
		'Remove a key from its app, unless it is the primary one; Create adds it again, under another ID',
	endpoint: {
		method: 'DELETE',
		path: '/app_group/sdk_authentication/delete',
		permission: 'sdk_authentication.delete',
		effect: 'write',
		// not irreversible: the public key, which Get Many lists, can be added again
		// a repeat finds no key and is refused, which harms nothing
		repeat: 'safe',
		success: answersWithList('keys'),
		parts: [fields(appId, keyId)],
		output: (_answer, { request }) => [{ key_id: request.body.key_id, deleted: true }],
	},
};
