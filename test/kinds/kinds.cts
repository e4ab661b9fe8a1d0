import { existsSync } from 'node:fs';

import type { IDataObject, INode, INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { Braze } from '../../nodes/Braze/Braze.node.ts';
import type { Operation } from '../../nodes/Braze/pipeline/operation.ts';
import { choicesOf } from '../description/properties.cts';
import { failuresIn } from '../engine/support.cts';
import type { Bench } from '../engine/support.cts';
import { namedOperations, sampleFile, sampleOf } from '../samples/sample.cts';

const { description } = new Braze();

const node: INode = {
	id: '1',
	name: 'Braze',
	type: 'n8n-nodes-braze.braze',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

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
