import type { BrazeField } from '../../schema/field';
import { namePattern } from '../catalog/fields';

export const itemId: BrazeField = {
	displayName: 'Item ID',
	name: 'itemId',
	wireKey: 'id',
	type: 'string',
	identifier: true,
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.sku }}',
	...namePattern,
	description: 'ID of the item in the catalog',
};

/** The switch to the endpoints for one item, which say at once what became of it. */
export const synchronous: BrazeField = {
	displayName: 'Synchronous',
	name: 'synchronous',
	type: 'boolean',
	default: false,
	description:
		'Whether to send one item a request, 50 a minute, and learn at once what became of it; if off, Braze queues up to 50 items a request',
};
