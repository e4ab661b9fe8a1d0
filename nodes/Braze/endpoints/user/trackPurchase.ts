import { fields } from '../../parts/fields';
import { trackedEvent } from '../../parts/tracking';
import {
	MAX_NAME_CHARACTERS,
	MAX_PURCHASE_PROPERTIES_BYTES,
	RESERVED_PURCHASE_PROPERTIES,
} from '../../parts/tracking/properties';
import { currency } from '../../parts/tracking/settings';
import { trackedProperties } from '../../parts/tracking/trackedProperties';
import type { Operation } from '../../pipeline/operation';
import type { BrazeField } from '../../schema/field';
import { track } from './track';

/** Most pieces in one purchase (Braze docs). */
const MAX_QUANTITY = 100;

const productId: BrazeField = {
	displayName: 'Product ID',
	name: 'productId',
	type: 'string',
	identifier: true,
	default: '',
	required: true,
	maxLength: MAX_NAME_CHARACTERS,
	placeholder: 'e.g. running_shoes',
	description:
		'Product as the dashboard lists it, better a name or a category than a single article',
};

const price: BrazeField = {
	displayName: 'Price',
	name: 'price',
	type: 'string',
	wire: 'number',
	default: '',
	required: true,
	placeholder: 'e.g. 39.5',
	description: 'Price of one piece, in units of the currency',
};

const quantity: BrazeField = {
	displayName: 'Quantity',
	name: 'quantity',
	type: 'number',
	default: 1,
	wire: 'integer',
	typeOptions: { minValue: 1, maxValue: MAX_QUANTITY },
	description: 'Pieces; Braze counts each as a purchase of its own',
};

export const trackPurchase: Operation = {
	resource: 'user',
	value: 'trackPurchase',
	name: 'Track Purchase',
	action: 'Track purchase of user',
	description:
		'Record a purchase in the form that Braze had before its eCommerce events, which new customers use instead',
	endpoint: {
		...track,
		parts: [
			trackedEvent('purchases', [
				fields(productId, currency, price, quantity),
				...trackedProperties({
					name: 'purchaseProperties',
					displayName: 'Purchase Properties',
					description: 'What more there is to say of the purchase',
					maxBytes: MAX_PURCHASE_PROPERTIES_BYTES,
					reservedKeys: RESERVED_PURCHASE_PROPERTIES,
				}),
			]),
		],
	},
};
