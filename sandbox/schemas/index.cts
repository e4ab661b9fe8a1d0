import { endpoints } from '../endpoints/index.cts';
import { connectedAudience } from './audience.cts';
import type { JsonSchema } from './json-schema.cts';
import { messageObjects, type MessagesPlace } from './messages/messages.cts';

/** One key of a Braze object. */
export interface ObjectField {
	/** JSON types the key takes; empty where a condition decides. */
	types: string[];
	required: boolean;
	enum?: unknown[];
	/** Names of the objects inside, for an object or an array of objects. */
	objects: string[];
	/** True for an object whose keys are the sender's own. */
	free: boolean;
}

/** The keys of one Braze object. */
export type ObjectFields = Record<string, ObjectField>;

/** The keys `messages` takes on the endpoints of each place. */
export const messageKeys: Record<MessagesPlace, string[]> = {
	send: Object.keys(messageObjects.send),
	schedule: Object.keys(messageObjects.schedule),
};

/** The name of the object behind each key of `messages`: windows_push is a windows_phone8_push. */
export const objectOfMessageKey: Record<string, string> = Object.fromEntries(
	Object.entries(messageObjects.send).map(([key, { schema }]) => [key, schema.title ?? key]),
);

/** A condition may refine a key (the message of whats_app), so its branches are walked as well. */
function branches(schema: JsonSchema): JsonSchema[] {
	const inner = [schema.then, schema.else, ...(schema.allOf ?? [])].filter((part) => !!part);
	return [schema, ...inner.flatMap(branches)];
}

function objectsIn(schema: JsonSchema): JsonSchema[] {
	if (schema.items) return objectsIn(schema.items);
	return schema.title ? [schema] : [];
}

function fieldsOf(schema: JsonSchema, found: Record<string, ObjectFields>): void {
	const name = schema.title;
	if (!name || found[name]) return;
	const fields: ObjectFields = {};
	found[name] = fields;
	for (const [key, field] of Object.entries(schema.properties ?? {})) {
		if (field === false) continue;
		const refined = branches(schema).map((branch) => branch.properties?.[key]);
		const nested = [field, ...refined].flatMap((part) => (part ? objectsIn(part) : []));
		fields[key] = {
			types: [field.type ?? []].flat(),
			required: schema.required?.includes(key) ?? false,
			enum: field.enum ?? field.items?.enum,
			objects: [...new Set(nested.map((inner) => inner.title ?? ''))],
			free: field.type === 'object' && nested.length === 0,
		};
		nested.forEach((inner) => fieldsOf(inner, found));
	}
}

function table(schemas: JsonSchema[]): Record<string, ObjectFields> {
	const found: Record<string, ObjectFields> = {};
	schemas.forEach((schema) => fieldsOf(schema, found));
	return found;
}

/** Every message object and every object inside one, by Braze's name, with all its keys. */
export const messageObjectFields: Record<string, ObjectFields> = table(
	Object.values(messageObjects.send).map(({ schema }) => schema),
);

/**
 * Every request body by its path, with the objects it brings besides messages (recipient, schedule...).
 * The method stands before the path where it is another than POST.
 */
export const requestFields: Record<string, ObjectFields> = table([
	...endpoints.flatMap(({ method, path, body }) =>
		body ? [{ ...body, title: method === 'POST' ? path : `${method} ${path}` }] : [],
	),
	connectedAudience,
]);
