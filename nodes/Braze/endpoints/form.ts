import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../pipeline/operation';
import { describeOptions, optionsCollection } from '../pipeline/read/options';
import { operations } from './index';
import { resources } from './resources';
import type { Resource } from './resources';
import { shareOptions } from './shareOptions';
import { shareProperties } from './shareProperties';
import type { FormState } from './shareProperties';

/** The resources that have an operation. */
const offered = resources.filter(({ value }) =>
	operations.some(({ resource }) => resource === value),
);

const operationChoice = ({ value: resource, usualOperation }: Resource): INodeProperties => {
	const ofResource = operations.filter((operation) => operation.resource === resource);
	const usual = ofResource.find(({ value }) => value === usualOperation) ?? ofResource[0];
	const defaultOperation = usual.value;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: defaultOperation,
		options: ofResource.map(({ name, value, action, description }) => ({
			name,
			value,
			action,
			description,
		})),
		displayOptions: { show: { resource: [resource] } },
	};
};

const stateOf = ({ resource, value }: Operation): FormState => ({ resource, operation: value });

/** @returns the form of one operation, without its options */
function describeOperation({ resource, value, endpoint }: Operation): INodeProperties[] {
	const show = { resource: [resource], operation: [value] };
	return endpoint.parts.flatMap((part) => part.describe(show));
}

/** The whole form of the node. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		default: 'message',
		options: offered.map(({ label, value, about }) => ({ name: label, value, description: about })),
	},
	...offered.map(operationChoice),
	...shareProperties(
		operations.map((operation) => ({
			state: stateOf(operation),
			properties: describeOperation(operation),
		})),
	),
	shareOptions(
		optionsCollection,
		operations.map((operation) => ({
			state: stateOf(operation),
			options: describeOptions(operation),
		})),
	),
];
