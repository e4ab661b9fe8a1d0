import type { BrazeField } from '../schema/field';

export const editedAfter: BrazeField = {
	displayName: 'Edited After',
	name: 'editedAfter',
	wireKey: ['last_edit.time[gt]'],
	type: 'dateTime',
	default: '',
	description: 'Only those that were edited after this time',
};

export const includeArchived: BrazeField = {
	displayName: 'Include Archived',
	name: 'includeArchived',
	type: 'boolean',
	default: false,
	description: 'Whether to list archived ones as well',
};

export const sortDirection: BrazeField = {
	displayName: 'Sort Direction',
	name: 'sortDirection',
	type: 'options',
	default: 'asc',
	description: 'Order by the time of creation',
	options: [
		{ name: 'Newest First', value: 'desc' },
		{ name: 'Oldest First', value: 'asc' },
	],
};

export const modifiedAfter: BrazeField = {
	displayName: 'Modified After',
	name: 'modifiedAfter',
	type: 'dateTime',
	default: '',
	description: 'Only those that were modified at this time or later',
};

export const modifiedBefore: BrazeField = {
	displayName: 'Modified Before',
	name: 'modifiedBefore',
	type: 'dateTime',
	default: '',
	description: 'Only those that were modified at this time or earlier',
};
