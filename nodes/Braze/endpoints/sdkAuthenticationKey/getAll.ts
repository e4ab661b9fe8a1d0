import { fields } from '../../parts/fields';
import { appId } from '../../parts/identifiers';
import { eachOf, returnAll } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { answersWithList } from '../../pipeline/send/success';

export const getSdkAuthenticationKeys: Operation = {
	resource: 'sdkAuthenticationKey',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many SDK authentication keys',
	description: 'List the public keys with which Braze checks the users of an app',
	endpoint: {
		method: 'GET',
		path: '/app_group/sdk_authentication/keys',
		permission: 'sdk_authentication.keys',
		effect: 'read',
		repeat: 'safe',
		success: answersWithList('keys'),
		parts: [fields(appId), returnAll],
		output: eachOf('keys'),
	},
};
