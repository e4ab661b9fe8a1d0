import type { BrazeField } from '../../schema/field';
import { ownKeys } from '../properties';
import { currency } from '../tracking/settings';
import { eventNames, keysOf } from './schema';

/** What a key of the properties is called in the form, with the events that have it. */
const ofEvents = (field: BrazeField): BrazeField => {
	const key = typeof field.wireKey === 'string' ? field.wireKey.slice('properties.'.length) : '';
	const events = eventNames.filter((name) => key in keysOf(name));
	const isEverywhere = events.length === eventNames.length;
	return isEverywhere ? field : { ...field, displayOptions: { show: { ecommerceEvent: events } } };
};

const text = (displayName: string, name: string, key: string, description: string): BrazeField =>
	ofEvents({
		displayName,
		name,
		wireKey: `properties.${key}`,
		type: 'string',
		default: '',
		description,
	});

/** A text field, so that an amount left empty is told from 0. */
const amount = (displayName: string, name: string, key: string, description: string): BrazeField =>
	ofEvents({
		displayName,
		name,
		wireKey: `properties.${key}`,
		type: 'string',
		wire: 'number',
		default: '',
		placeholder: 'e.g. 39.5',
		description,
	});

export const ecommerceEvent: BrazeField = {
	displayName: 'Event',
	name: 'ecommerceEvent',
	wireKey: 'name',
	type: 'options',
	default: 'ecommerce.order_placed',
	required: true,
	description: 'Event that Braze knows and reports on',
	options: [
		{ name: 'Cart Updated', value: 'ecommerce.cart_updated' },
		{ name: 'Checkout Started', value: 'ecommerce.checkout_started' },
		{ name: 'Order Cancelled', value: 'ecommerce.order_cancelled' },
		{ name: 'Order Placed', value: 'ecommerce.order_placed' },
		{ name: 'Order Refunded', value: 'ecommerce.order_refunded' },
		{ name: 'Product Viewed', value: 'ecommerce.product_viewed' },
	],
};

const part = (displayName: string, name: string, placeholder: string): BrazeField => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
});

const productKeys: BrazeField[] = [
	part('Product ID', 'productId', 'e.g. sku-42'),
	part('Product Name', 'productName', 'e.g. Lamp'),
	part('Variant ID', 'variantId', 'e.g. sku-42-white'),
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'number',
		wire: 'integer',
		default: 1,
		typeOptions: { minValue: 1 },
		description: 'Pieces of it',
	},
	{ ...part('Price', 'price', 'e.g. 39.5'), wire: 'number', description: 'Price of one piece' },
	part('Image URL', 'imageUrl', 'e.g. https://example.com/lamp.png'),
	part('Product URL', 'productUrl', 'e.g. https://example.com/lamp'),
	ownKeys('Metadata', 'metadata'),
];

/** What every one of these events has at full width, some of them for some of the events. */
export const mainFields: BrazeField[] = [
	{
		...text('Cart ID', 'cartId', 'cart_id', 'ID of the cart; an order may leave it out'),
		identifier: true,
	},
	{ ...text('Checkout ID', 'checkoutId', 'checkout_id', 'ID of the checkout'), identifier: true },
	{ ...text('Order ID', 'orderId', 'order_id', 'ID of the order'), identifier: true },
	ofEvents({
		displayName: 'Cart Action',
		name: 'cartAction',
		wireKey: 'properties.action',
		type: 'options',
		default: 'replace',
		description: 'Whether the products are the whole cart or a change to it',
		options: [
			{ name: 'Add', value: 'add', description: 'The products come into the cart' },
			{ name: 'Remove', value: 'remove', description: 'The products leave the cart' },
			{ name: 'Replace', value: 'replace', description: 'The products are the whole cart' },
		],
	}),
	text('Cancel Reason', 'cancelReason', 'cancel_reason', 'Why the order was cancelled'),
	amount(
		'Total Value',
		'totalValue',
		'total_value',
		'Value of it all; of a refund the amount refunded, and of a cart needed only where it is replaced',
	),
	{ ...currency, required: false, wireKey: 'properties.currency' },
	{
		displayName: 'Source',
		name: 'source',
		wireKey: 'properties.source',
		type: 'string',
		default: '',
		placeholder: 'e.g. web',
		description: 'Shop or channel that it comes from',
	},
	text('Product ID', 'productId', 'product_id', 'ID of the product'),
	text('Product Name', 'productName', 'product_name', 'Name of the product'),
	text('Variant ID', 'variantId', 'variant_id', 'ID of the variant, such as the size'),
	amount('Price', 'price', 'price', 'Price of one piece'),
	ofEvents({
		displayName: 'Products',
		name: 'products',
		wireKey: 'properties.products',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Product' },
		placeholder: 'Add Product',
		default: {},
		description: 'Products with their quantity; or give them as JSON below',
		options: [{ displayName: 'Product', name: 'product', values: productKeys }],
	}),
	ofEvents({
		displayName: 'Products (JSON)',
		name: 'productsJson',
		wireKey: 'properties.products',
		type: 'json',
		default: '',
		description:
			'The same as a JSON list of objects with product_id, product_name, variant_id, quantity and price, from an expression for instance',
	}),
];

export const moreFields: BrazeField[] = [
	ofEvents({
		displayName: 'Discounts',
		name: 'discounts',
		wireKey: 'properties.discounts',
		type: 'json',
		default: '[]',
		placeholder: 'e.g. [{ "code": "SPRING", "amount": 5 }]',
		description: 'JSON list of objects with code, amount and type',
	}),
	text('Image URL', 'imageUrl', 'image_url', 'Picture of the product'),
	{ ...ownKeys('Metadata', 'metadata', 'properties.metadata'), description: 'Anything else' },
	text('Product URL', 'productUrl', 'product_url', 'Page of the product'),
	amount('Shipping', 'shipping', 'shipping', 'Cost of shipping'),
	amount('Subtotal Value', 'subtotalValue', 'subtotal_value', 'Value without tax and shipping'),
	amount('Tax', 'tax', 'tax', 'Tax on it all'),
	amount('Total Discounts', 'totalDiscounts', 'total_discounts', 'Sum of the discounts'),
	ofEvents({
		displayName: 'Product Types',
		name: 'type',
		wireKey: 'properties.type',
		type: 'multiOptions',
		default: [],
		description: 'What the product can remind of later',
		options: [
			{ name: 'Back in Stock', value: 'back_in_stock' },
			{ name: 'Price Drop', value: 'price_drop' },
		],
	}),
];
