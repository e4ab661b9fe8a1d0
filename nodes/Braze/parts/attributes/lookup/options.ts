import type { BrazeField } from '../../../schema/field';

export const onlyChanged: BrazeField = {
	displayName: 'Only Changed',
	name: 'onlyChanged',
	type: 'boolean',
	default: false,
	description:
		'Whether to read the profiles first and write only what differs, which saves data points. Needs the permission to export users by identifier; what changed in the last minutes may not be seen yet.',
};

export const refuseUnknown: BrazeField = {
	displayName: 'Refuse Unknown Attributes',
	name: 'refuseUnknown',
	type: 'boolean',
	default: false,
	description:
		'Whether an item fails that has a custom attribute which the workspace does not know yet. Needs the permission custom_attributes.get.',
};
