import { existsSync } from 'node:fs';

import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import type { Operation } from '../../nodes/Braze/pipeline/operation.ts';
import { choicesOf, description, fieldListsOf, node } from '../description/properties.cts';
import { failuresIn } from '../engine/support.cts';
import { sampleMessages } from '../engine/sampleMessages.cts';
import type { Bench } from '../engine/support.cts';
import { namedOperations, sampleFile, sampleOf } from '../samples/sample.cts';

/** A parameter that the form of an operation's sample shows. */
export interface ShownField {
	operation: Operation;
	property: INodeProperties;
	/** What the sample has there. */
	value: unknown;
}

/** An operation without a sample fails elsewhere. */
const sampled = namedOperations
	.map(([, operation]) => operation)
	.filter((operation) => existsSync(sampleFile(operation)));

/** Every parameter that the editor would show for the samples, resource and operation aside. */
export const shownFields: ShownField[] = sampled.flatMap((operation) => {
	const form = {
		resource: operation.resource,
		operation: operation.value,
		...sampleOf(operation).form,
	} as INodeParameters;
	const filled =
		NodeHelpers.getNodeParameters(description.properties, form, true, false, node, description) ??
		{};
	return description.properties
		.filter(({ name }) => !['resource', 'operation', 'options'].includes(name))
		.filter((property) => NodeHelpers.displayParameter(filled, property, node, description))
		.map((property) => ({ operation, property, value: filled[property.name] }));
});

/** The lists to choose one thing from. */
export const choices = shownFields.filter(
	({ property }) => property.type === 'options' && choicesOf(property).length > 1,
);

/** What names something or somebody by an ID, told by its name, so that a new field need not be listed. */
const idName = /(?:Id|Ids)$|^(?:aliasName|aliasLabel|email|phone)$/;

/** A field by which a thing or a person is named, wherever in the form of an operation it stands. */
export interface PlacedIdentifier {
	operation: Operation;
	property: INodeProperties;
	path: string;
	/** The parameters that put a value there, those that show the field among them. */
	form: (value: unknown) => IDataObject;
}

/** The parameters that show a property of the form, and a word in those that must be filled in beside it. */
function beside(property: INodeProperties, siblings: INodeProperties[]): IDataObject {
	const { show = {}, hide = {} } = property.displayOptions ?? {};
	const isList = (name: string): boolean =>
		siblings.some((each) => each.name === name && each.type === 'multiOptions');
	const shown = Object.entries(show).map(([name, values]): [string, unknown] => [
		name,
		values?.[0],
	]);
	const notHidden = Object.entries(hide).map(([name, values]): [string, unknown] => [
		name,
		(values?.[0] as { _cnd?: { not?: unknown } } | undefined)?._cnd?.not,
	]);
	const rule = JSON.stringify(property.displayOptions);
	const filled = siblings
		.filter(({ type, required }) => type === 'string' && required)
		.filter(({ displayOptions }) => [rule, undefined].includes(JSON.stringify(displayOptions)))
		.map(({ name }): [string, unknown] => [name, 'beside']);
	return Object.fromEntries([
		...filled,
		...[...shown, ...notHidden]
			.filter(([name, value]) => !['resource', 'operation'].includes(name) && isPlain(value))
			.map(([name, value]) => [name, isList(name) ? [value] : value]),
	]) as IDataObject;
}

/** Names that begin with a slash are those of the form itself, wherever they stand. */
function toTop(form: IDataObject): IDataObject {
	const entries = Object.entries(form).flatMap(([name, value]): Array<[string, unknown]> => {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[name, value]];
		const inner = Object.entries(value);
		const own = inner.filter(([key]) => !key.startsWith('/'));
		const ofForm = inner.flatMap(
			([key, each]): Array<[string, unknown]> =>
				key.startsWith('/') ? [[key.slice(1), each]] : [],
		);
		return [[name, Object.fromEntries(own)], ...ofForm];
	});
	return Object.fromEntries(entries) as IDataObject;
}

const isPlain = (value: unknown): boolean => ['string', 'boolean'].includes(typeof value);

function placedIn(
	operation: Operation,
	siblings: INodeProperties[],
	at: string,
	around: (inner: IDataObject) => IDataObject,
): PlacedIdentifier[] {
	return siblings.flatMap((property) => {
		const { name, type } = property;
		const path = `${at}${name}`;
		const shown = beside(property, siblings);
		if (type === 'resourceLocator' || idName.test(name)) {
			const form = (value: unknown) => toTop(around({ ...shown, [name]: value as string }));
			return [{ operation, property, path, form }];
		}
		const group = type === 'fixedCollection' ? property.options?.[0]?.name : undefined;
		return fieldListsOf(property).flatMap((list) =>
			placedIn(operation, list, `${path}.`, (inner) =>
				around({ ...shown, [name]: group === undefined ? inner : { [group]: [inner] } }),
			),
		);
	});
}

/** Every such field of every operation, once a path, whatever the samples fill in. */
export const placedIdentifiers: PlacedIdentifier[] = sampled.flatMap((operation) => {
	const form = operation.endpoint.parts.flatMap((part) => part.describe({}));
	const placed = placedIn(operation, form, '', (inner) => inner);
	// of several that share a name, the first is the one that the form shows while nothing decides otherwise
	return [...new Map(placed.reverse().map((each) => [each.path, each])).values()];
});

const textOf = (value: unknown): unknown =>
	typeof value === 'object' && value !== null ? (value as IDataObject).value : value;

/** The IDs that samples name, and what they pick from a list. */
export const identifiers = shownFields
	.filter(({ property }) => property.type === 'resourceLocator' || idName.test(property.name))
	.map((field) => ({ ...field, id: textOf(field.value) }))
	.filter(({ id }) => typeof id === 'string' && id !== '');

export const titled = <T extends ShownField>(fields: T[]): Array<[string, T]> =>
	fields.map((field) => [
		`${field.operation.resource}.${field.operation.value} ${field.property.name}`,
		field,
	]);

/** A sample with another value in one of its fields. */
function changed({ operation, property }: ShownField, value: unknown) {
	const { form, items = [{}] } = sampleOf(operation);
	const { resource, value: name } = operation;
	return {
		parameters: { resource, operation: name, ...form, [property.name]: value as string },
		items,
	};
}

/** Runs the sample of an operation with another value in one of its fields. */
export async function runWith(bench: Bench, field: ShownField, value: unknown) {
	const { arrange, wire } = sampleOf(field.operation);
	await arrange?.(bench.sandbox);
	bench.sandbox.requests.length = 0;
	const { error } = await bench.run(changed(field, value));
	return { error, sent: sentTo(bench), wire };
}

/** Runs the first item of an operation's sample, so many times, with a value in a field that the sample need not have. */
export async function runPlaced(
	bench: Bench,
	{ operation, form }: PlacedIdentifier,
	value: unknown,
	count = 1,
) {
	const { arrange, form: filled, items: [item] = [{}] } = sampleOf(operation);
	await arrange?.(bench.sandbox);
	bench.sandbox.requests.length = 0;
	const { error, output } = await bench.run({
		parameters: {
			resource: operation.resource,
			operation: operation.value,
			...merged({ ...filled, ...channelForm(form('')) }, form(value)),
		},
		items: Array.from({ length: count }, () => item),
		...(count > 1 ? { node: { onError: 'continueErrorOutput' as const } } : {}),
	});
	return { error, failed: failuresIn(output[1]), sent: sentTo(bench) };
}

/** A whole message of the channel that a form chooses, so that nothing else is missing in it. */
const channelForm = ({ channels }: IDataObject): IDataObject =>
	(sampleMessages.find(({ name }) => Array.isArray(channels) && channels[0] === name)?.form ??
		{}) as IDataObject;

const isCollection = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !('__rl' in value);

/** Two forms as one: what stands in collections and in the first of their rows side by side, of everything else the second. */
function merged(first: IDataObject, second: IDataObject): IDataObject {
	const entries = Object.entries(second).map(([name, value]): [string, unknown] => {
		const before: unknown = first[name];
		if (isCollection(before) && isCollection(value)) return [name, merged(before, value)];
		if (Array.isArray(before) && Array.isArray(value) && isCollection(value[0])) {
			const [row] = before as unknown[];
			return [name, [merged(isCollection(row) ? row : {}, value[0])]];
		}
		return [name, value];
	});
	return { ...first, ...Object.fromEntries(entries) } as IDataObject;
}

/**
 * Runs the first item of an operation's sample once for each of several values of one of its fields, all in one run.
 *
 * @param codes JavaScript of the values, which n8n's expression engine evaluates
 * @param inField puts an expression into the field
 * @returns what failed of the items, in order, and what was sent
 */
export async function runWithEach(
	bench: Bench,
	field: ShownField,
	codes: string[],
	inField: (expression: string) => unknown = (expression) => expression,
) {
	const { arrange } = sampleOf(field.operation);
	await arrange?.(bench.sandbox);
	bench.sandbox.requests.length = 0;
	const { parameters, items } = changed(field, inField(`={{ [${codes.join(', ')}][$itemIndex] }}`));
	const { output, error } = await bench.run({
		parameters,
		items: codes.map(() => items[0]),
		node: { onError: 'continueErrorOutput' },
	});
	expect(error).toBeUndefined();
	return { failed: failuresIn(output[1]), sent: sentTo(bench) };
}

const sentTo = (bench: Bench) =>
	bench.sandbox.requests.map(({ method, path, query, body }) => ({
		method,
		path,
		...(Object.keys(query).length > 0 ? { query } : {}),
		...(body === undefined ? {} : { body }),
	}));
