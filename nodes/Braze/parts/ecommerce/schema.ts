import type { IDataObject } from 'n8n-workflow';

import { isAbsent, isObject } from '../../schema/convert';
import { capitalize } from '../../schema/field';
import { InvalidInput, quote, quoteTyped, within } from '../../schema/invalidInput';

/** Types that a property takes; a text where a number belongs makes Braze drop the whole event (Braze docs). */
type Kind = 'amount' | 'count' | 'list' | 'object' | 'text';

/** Keys of a closed schema; those with a mark at the end may be left out. */
type Schema = Record<string, Kind>;

interface EventSchema {
	required: Schema;
	optional: Schema;
}

const common: Schema = { currency: 'text', source: 'text' };
const costs: Schema = { subtotal_value: 'amount', tax: 'amount', shipping: 'amount' };
const discounts: Schema = { total_discounts: 'amount', discounts: 'list' };
const metadata: Schema = { metadata: 'object' };
const article: Schema = {
	product_id: 'text',
	product_name: 'text',
	variant_id: 'text',
	price: 'amount',
};
const links: Schema = { image_url: 'text', product_url: 'text', ...metadata };
const total: Schema = { total_value: 'amount', products: 'list' };

/** One line of the products. */
const line: EventSchema = { required: { ...article, quantity: 'count' }, optional: links };

/** The properties of each event, all that Braze takes (Braze docs, eCommerce recommended events). */
const events: Record<string, EventSchema> = {
	'ecommerce.cart_updated': {
		required: { ...common, cart_id: 'text', products: 'list' },
		optional: { action: 'text', total_value: 'amount', ...costs, ...metadata },
	},
	'ecommerce.checkout_started': {
		required: { ...common, ...total, checkout_id: 'text' },
		optional: { cart_id: 'text', ...costs, ...metadata },
	},
	'ecommerce.order_cancelled': {
		required: { ...common, ...total, order_id: 'text', cancel_reason: 'text' },
		optional: { ...costs, ...discounts, ...metadata },
	},
	'ecommerce.order_placed': {
		required: { ...common, ...total, order_id: 'text' },
		optional: { cart_id: 'text', ...costs, ...discounts, ...metadata },
	},
	'ecommerce.order_refunded': {
		required: { ...common, ...total, order_id: 'text' },
		optional: { ...discounts, ...metadata },
	},
	'ecommerce.product_viewed': {
		required: { ...common, ...article },
		optional: { ...links, type: 'list' },
	},
};

export const eventNames = Object.keys(events);

/** @returns whether an event has a schema, which its exact name decides */
export const isEcommerce = (name: unknown): boolean => Object.hasOwn(events, String(name));

/** @returns all keys that the properties of an event can have */
export const keysOf = (name: string): Schema => ({
	...events[name].required,
	...events[name].optional,
});

const LABEL = 'Properties';

/**
 * @param label what the form calls the properties, where no field of it is one of them
 * @throws InvalidInput for what makes Braze drop the whole event although it answers that it took it
 */
export function checkEcommerce({ name, properties }: IDataObject, label = LABEL): void {
	const schema = events[String(name)];
	const given = isObject(properties) ? properties : {};
	checkKeys(given, schema, label);
	const isWholeCart =
		name === 'ecommerce.cart_updated' && (isAbsent(given.action) || given.action === 'replace');
	if (isWholeCart && given.total_value === undefined) {
		throw new InvalidInput(
			labelOf(label, 'total_value'),
			'is empty',
			'Braze requires it where the cart is replaced: give the value of the whole cart',
		);
	}
	const { products } = given;
	if (products === undefined) return;
	const lines = products as unknown[];
	// a whole cart may have lost its last product
	if (lines.length === 0 && !isWholeCart) {
		throw new InvalidInput(within(label, 'products'), 'is empty', 'Give at least one product');
	}
	lines.forEach((one, index) => {
		const name = `Product ${index + 1}`;
		if (!isObject(one)) {
			throw new InvalidInput(name, 'must be an object', 'Give its keys and values');
		}
		checkKeys(one, line, name);
	});
}

/** A key as the form names its field: `order_id` is *Order ID*. */
const screenLabel = (key: string): string =>
	key
		.split('_')
		.map((word) => (word === 'id' ? 'ID' : capitalize(word)))
		.join(' ');

const labelOf = (label: string, key: string): string =>
	label === LABEL ? screenLabel(key) : within(label, screenLabel(key));

function checkKeys(given: IDataObject, { required, optional }: EventSchema, label: string): void {
	const absent = Object.keys(required).find((key) => isAbsent(given[key]));
	if (absent !== undefined) {
		throw new InvalidInput(
			labelOf(label, absent),
			'is empty',
			'Braze requires it for this event: enter a value, or check what its expression gives for this item',
		);
	}
	const known: Schema = { ...required, ...optional };
	for (const [key, value] of Object.entries(given)) {
		if (!Object.hasOwn(known, key)) {
			throw new InvalidInput(
				label,
				`${label.endsWith(LABEL) ? 'have' : 'has'} the key ${quote(key)}, which Braze does not take for this event`,
				'Put it into the metadata',
			);
		}
		checkKind(value, known[key], labelOf(label, key));
	}
}

const isOfKind: Record<Kind, (value: unknown) => boolean> = {
	amount: (value) => typeof value === 'number' && value >= 0,
	count: Number.isInteger,
	list: Array.isArray,
	object: isObject,
	text: (value) => typeof value === 'string',
};

const kindWords: Record<Kind, string> = {
	amount: 'a number of 0 or more',
	count: 'a whole number',
	list: 'a list',
	object: 'an object',
	text: 'text',
};

function checkKind(value: unknown, kind: Kind, label: string): void {
	if (isOfKind[kind](value)) return;
	throw new InvalidInput(
		label,
		`must be ${kindWords[kind]} but is ${typeof value === 'string' ? `the text ${quote(value)}` : quoteTyped(value)}`,
		'Correct it: Braze drops the whole event otherwise and answers as if it had taken it',
	);
}
