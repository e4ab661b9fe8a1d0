import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { sendCampaignTrigger } from './campaignTrigger/send';
import { sendMessage } from './message/send';
import type { Operation } from './operation';

/** Every operation of the node. */
export const operations: Operation[] = [sendMessage, sendCampaignTrigger];

/** The resources, alphabetical as the *Resource* list shows them. */
const resources: INodePropertyOptions[] = [
	{ name: 'Campaign Trigger', value: 'campaignTrigger' },
	{ name: 'Message', value: 'message' },
];

const operationChoice = (resource: string): INodeProperties => {
	const ofResource = operations.filter((operation) => operation.resource === resource);
	const defaultOperation = ofResource[0].value;
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

/** The whole form of the node. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		default: 'message',
		options: resources,
	},
	...resources.map(({ value }) => operationChoice(String(value))),
	...operations.flatMap((operation) => operation.properties),
];

/** @returns the operation that the form has chosen, undefined where n8n offers one of its own */
export const findOperation = (resource: string, value: string): Operation | undefined =>
	operations.find((operation) => operation.resource === resource && operation.value === value);
