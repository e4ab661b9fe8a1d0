import type { BrazeField } from '../../schema/field';

export const keyId: BrazeField = {
	displayName: 'Key ID',
	name: 'keyId',
	type: 'string',
	identifier: true,
	required: true,
	default: '',
	description: 'ID of the key, as Get Many lists it',
};
