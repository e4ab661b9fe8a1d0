import { fromListOrByName } from '../../parts/identifiers';
import type { BrazeField } from '../../schema/field';

/** Longest name and description in characters (Braze docs). */
export const MAX_NAME_CHARACTERS = 250;

/** The form of the names of catalogs and fields, and of item IDs (Braze docs). */
export const namePattern = {
	pattern: /^[A-Za-z0-9_-]+$/,
	patternHint: 'Use letters, digits, _ and - only',
	maxLength: MAX_NAME_CHARACTERS,
};

export const catalogName: BrazeField = {
	displayName: 'Catalog',
	name: 'catalogName',
	type: 'resourceLocator',
	identifier: true,
	required: true,
	default: { mode: 'list', value: '' },
	modes: fromListOrByName('searchCatalogs', 'products'),
	...namePattern,
	description: 'Catalog that this is about',
};

export const name: BrazeField = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. products',
	...namePattern,
	description: 'Name that messages use; it cannot be changed later',
};

export const description: BrazeField = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	required: true,
	default: '',
	maxLength: MAX_NAME_CHARACTERS,
	description: 'What the catalog holds, as the dashboard shows it',
};

export const fieldName: BrazeField = {
	displayName: 'Field Name',
	name: 'fieldName',
	wireKey: 'name',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. price',
	...namePattern,
	description: 'Name of the field, unique in the catalog',
};

export const fieldType: BrazeField = {
	displayName: 'Field Type',
	name: 'fieldType',
	wireKey: 'type',
	type: 'options',
	required: true,
	default: 'string',
	description: 'Type of the values; it cannot be changed later',
	options: [
		{ name: 'Array', value: 'array', description: 'List of texts' },
		{ name: 'Boolean', value: 'boolean' },
		{ name: 'Geo', value: 'geo', description: 'Longitude and latitude' },
		{ name: 'Number', value: 'number' },
		{ name: 'Object', value: 'object' },
		{ name: 'String', value: 'string' },
		{ name: 'Time', value: 'time' },
	],
};
