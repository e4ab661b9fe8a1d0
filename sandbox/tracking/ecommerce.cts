import type { Tracked } from './faults.cts';

/** The JSON types that a key of a closed schema takes. */
type Kind = 'string' | 'number' | 'integer' | 'object' | 'array';
type Keys = Record<string, Kind>;

interface Schema {
	required: Keys;
	optional: Keys;
}

const common: Keys = { currency: 'string', source: 'string' };
const amounts: Keys = { subtotal_value: 'number', tax: 'number', shipping: 'number' };
const discounts: Keys = { total_discounts: 'number', discounts: 'array' };

const product: Schema = {
	required: {
		product_id: 'string',
		product_name: 'string',
		variant_id: 'string',
		quantity: 'integer',
		price: 'number',
	},
	optional: { image_url: 'string', product_url: 'string', metadata: 'object' },
};

const schemas: Record<string, Schema> = {
	'ecommerce.product_viewed': {
		required: {
			product_id: 'string',
			product_name: 'string',
			variant_id: 'string',
			price: 'number',
			...common,
		},
		optional: { image_url: 'string', product_url: 'string', type: 'array', metadata: 'object' },
	},
	'ecommerce.cart_updated': {
		required: { cart_id: 'string', products: 'array', ...common },
		optional: { action: 'string', total_value: 'number', ...amounts, metadata: 'object' },
	},
	'ecommerce.checkout_started': {
		required: { checkout_id: 'string', total_value: 'number', products: 'array', ...common },
		optional: { cart_id: 'string', ...amounts, metadata: 'object' },
	},
	'ecommerce.order_placed': {
		required: { order_id: 'string', total_value: 'number', products: 'array', ...common },
		optional: { cart_id: 'string', ...amounts, ...discounts, metadata: 'object' },
	},
	'ecommerce.order_cancelled': {
		required: {
			order_id: 'string',
			total_value: 'number',
			cancel_reason: 'string',
			products: 'array',
			...common,
		},
		optional: { ...amounts, ...discounts, metadata: 'object' },
	},
	'ecommerce.order_refunded': {
		required: { order_id: 'string', total_value: 'number', products: 'array', ...common },
		optional: { ...discounts, metadata: 'object' },
	},
};

/** Whether an event is one of those with a closed schema. */
export const isEcommerce = ({ name }: Tracked): boolean => Object.hasOwn(schemas, String(name));

/** Why Braze drops an eCommerce event; undefined where it does not, and for any other event. */
export function ecommerceFault(event: Tracked): string | undefined {
	if (!isEcommerce(event)) return undefined;
	const properties = (event.properties ?? {}) as Tracked;
	const schema = schemas[String(event.name)];
	const fault = schemaFault(properties, schema, '#/');
	if (fault) return fault;
	const isWhole = (properties.action ?? 'replace') === 'replace';
	if (event.name === 'ecommerce.cart_updated' && isWhole && !('total_value' in properties)) {
		return missing('#/', 'total_value');
	}
	const lines = (properties.products ?? []) as Tracked[];
	for (const [index, line] of lines.entries()) {
		const lineFault = schemaFault(line, product, `#/products/${index}/`);
		if (lineFault) return lineFault;
	}
	return Intl.supportedValuesOf('currency').includes(properties.currency as string)
		? undefined
		: "'currency' must be an ISO 4217 currency";
}

function schemaFault(object: Tracked, { required, optional }: Schema, at: string) {
	const place = at.length > 2 ? at.slice(0, -1) : at;
	const absent = Object.keys(required).find((key) => !(key in object));
	if (absent) return missing(place, absent);
	const known: Keys = { ...required, ...optional };
	const extra = Object.keys(object).filter((key) => !(key in known));
	if (extra.length > 0) {
		return `The property '${place}' contains additional properties ${JSON.stringify(extra)} outside of the schema when none are allowed`;
	}
	const wrong = Object.entries(object).find(([key, value]) => !isKind(value, known[key]));
	if (!wrong) return undefined;
	const [key, value] = wrong;
	return `The property '${at}${key}' of type ${kindOf(value)} did not match the following type: ${known[key]}`;
}

const missing = (place: string, key: string): string =>
	`The property '${place}' did not contain a required property of '${key}'`;

function kindOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
}

const isKind = (value: unknown, kind: Kind): boolean =>
	kindOf(value) === kind || (kind === 'number' && kindOf(value) === 'integer');
