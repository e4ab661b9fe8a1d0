import { fields } from '../../parts/fields';
import { appId } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { keyId } from './keyId';
import { answersWithList } from '../../pipeline/send/success';

export const setPrimarySdkAuthenticationKey: Operation = {
	resource: 'sdkAuthenticationKey',
	value: 'setPrimary',
	name: 'Set Primary',
	action: 'Set primary SDK authentication key',
	description: 'Make a key the primary one of its app, instead of the one before',
	endpoint: {
		method: 'PUT',
		path: '/app_group/sdk_authentication/primary',
		permission: 'sdk_authentication.primary',
		effect: 'write',
		repeat: 'safe',
		success: answersWithList('keys'),
		parts: [fields(appId, keyId)],
	},
};
