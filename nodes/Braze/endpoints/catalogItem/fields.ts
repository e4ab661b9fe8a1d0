import type { BrazeField } from '../../schema/field';

/** Longest catalog name and item ID in characters (Braze docs). */
const MAX_NAME_CHARACTERS = 250;

/** Items in one request of the bulk endpoints (Braze docs). */
export const MAX_ITEMS_PER_REQUEST = 50;

const namePattern = {
	pattern: /^[A-Za-z0-9_-]+$/,
	patternHint: 'Use letters, digits, _ and - only',
};

export const catalogName: BrazeField = {
	displayName: 'Catalog',
	name: 'catalogName',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. products',
	maxLength: MAX_NAME_CHARACTERS,
	...namePattern,
	description: 'Name of the catalog',
};

export const itemId: BrazeField = {
	displayName: 'Item ID',
	name: 'itemId',
	wireKey: 'id',
	type: 'string',
	identifier: true,
	required: true,
	default: '',
	placeholder: 'e.g. sku-42',
	maxLength: MAX_NAME_CHARACTERS,
	...namePattern,
	description: 'ID of the item in the catalog',
};
