/** The part of JSON Schema the sandbox uses, with two annotations of its own. */
export interface JsonSchema {
	/** Name of the Braze object this schema describes. */
	title?: string;
	type?: string | string[];
	properties?: Record<string, JsonSchema | false>;
	required?: string[];
	additionalProperties?: boolean | JsonSchema;
	propertyNames?: JsonSchema;
	minProperties?: number;
	maxProperties?: number;
	items?: JsonSchema;
	minItems?: number;
	maxItems?: number;
	enum?: unknown[];
	const?: unknown;
	minimum?: number;
	maximum?: number;
	minLength?: number;
	maxLength?: number;
	pattern?: string;
	format?: string;
	if?: JsonSchema;
	then?: JsonSchema;
	else?: JsonSchema;
	allOf?: JsonSchema[];
	$id?: string;
	$ref?: string;
	/** The title Braze answers with, by failing keyword ("type") or missing key ("required:messages"). */
	brazeErrors?: Record<string, string>;
	/** The end of the sentence that tells why a key is required or refused here. */
	because?: string;
}

export type Properties = Record<string, JsonSchema>;

export const string: JsonSchema = { type: 'string' };
export const boolean: JsonSchema = { type: 'boolean' };
export const integer: JsonSchema = { type: 'integer' };
/** An ISO 8601 moment, with or without zone. */
export const dateTime: JsonSchema = { type: 'string', format: 'iso-date-time' };
/** An object whose keys are the sender's own. */
export const keyValues: JsonSchema = { type: 'object' };
/** A required string that must say something. */
export const identifier: JsonSchema = { type: 'string', minLength: 1 };

/** A string out of a fixed set. */
export function oneOf(...values: string[]): JsonSchema {
	return { type: 'string', enum: values };
}

/** An array of one kind of item. */
export function list(items: JsonSchema, more: JsonSchema = {}): JsonSchema {
	return { type: 'array', items, ...more };
}

/** A Braze object by name: only these keys, these of them always. */
export function object(
	title: string,
	properties: Properties,
	required: string[] = [],
	more: JsonSchema = {},
): JsonSchema {
	return { title, type: 'object', properties, required, additionalProperties: false, ...more };
}

/** The keys of a body, a query or a path: only these, these of them always. */
export function keys(
	properties: Properties,
	required: string[] = [],
	more: JsonSchema = {},
): JsonSchema {
	return { type: 'object', properties, required, additionalProperties: false, ...more };
}

/** True where the object has the key, whatever its value. */
export function has(key: string): JsonSchema {
	return { required: [key] };
}

/** True where the key holds one of the values. */
export function holds(key: string, ...values: unknown[]): JsonSchema {
	return { required: [key], properties: { [key]: { enum: values } } };
}
