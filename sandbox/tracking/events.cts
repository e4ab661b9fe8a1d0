import {
	MAX_ATTRIBUTE_CHARACTERS,
	MAX_EVENT_PROPERTIES_BYTES,
	MAX_PURCHASE_PROPERTIES_BYTES,
} from '../limits.cts';
import { parseDateTime } from '../schemas/formats.cts';
import { ecommerceFault } from './ecommerce.cts';
import type { Tracked } from './faults.cts';

const RESERVED_OF_EVENTS = ['time', 'event_name'];
const RESERVED_OF_PURCHASES = ['time', 'product_id', 'quantity', 'event_name', 'price', 'currency'];
const MOST_QUANTITY = 100;
export const BAD_CURRENCY = "'currency' must be an ISO 4217 currency";

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Epoch milliseconds of an event's time; undefined where it cannot be read. */
export function timeOf({ time }: Tracked): number | undefined {
	if (typeof time !== 'string') return undefined;
	// the form with a colon before the milliseconds is Braze's own
	const iso = time.replace(/(T\d{2}:\d{2}:\d{2}):(\d{3})/, '$1.$2').replace(/^(\S+) (\d)/, '$1T$2');
	return parseDateTime(iso.replace(/ (?=[+-]\d{4}$)/, ''))?.toMillis();
}

/** Whether an amount of money has a currency of ISO 4217. */
export const isCurrency = (value: unknown): boolean =>
	Intl.supportedValuesOf('currency').includes(value as string);

/** Why Braze leaves out an event; undefined where it does not. */
export function eventFault(event: Tracked): string | undefined {
	if (!isText(event.name)) return "'name' is required";
	if (timeOf(event) === undefined) return "'time' is required and must be an ISO 8601 time";
	return (
		propertiesFault(event.properties, RESERVED_OF_EVENTS, MAX_EVENT_PROPERTIES_BYTES) ??
		ecommerceFault(event)
	);
}

/** Why Braze leaves out a purchase; undefined where it does not. */
export function purchaseFault(purchase: Tracked): string | undefined {
	const { product_id: product, currency, price, quantity = 1, properties } = purchase;
	if (!isText(product)) return "'product_id' is required";
	if (product.length > MAX_ATTRIBUTE_CHARACTERS) return "'product_id' is not valid";
	if (!isCurrency(currency)) return BAD_CURRENCY;
	if (typeof price !== 'number') return "'price' is not valid";
	const isQuantity = Number.isInteger(quantity) && Number(quantity) >= 1;
	if (!isQuantity || Number(quantity) > MOST_QUANTITY) return "'quantity' is not valid";
	if (timeOf(purchase) === undefined) return "'time' is required and must be an ISO 8601 time";
	return propertiesFault(properties, RESERVED_OF_PURCHASES, MAX_PURCHASE_PROPERTIES_BYTES);
}

function propertiesFault(
	properties: unknown,
	reserved: string[],
	mostBytes: number,
): string | undefined {
	if (properties === undefined) return undefined;
	const isObject =
		typeof properties === 'object' && properties !== null && !Array.isArray(properties);
	const isTaken = (key: string) =>
		key !== '' &&
		key.length <= MAX_ATTRIBUTE_CHARACTERS &&
		!key.startsWith('$') &&
		!reserved.includes(key);
	const isFine =
		isObject &&
		Object.keys(properties).every(isTaken) &&
		Buffer.byteLength(JSON.stringify(properties)) <= mostBytes;
	return isFine ? undefined : "Invalid 'properties' field";
}
