import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { sendCampaignTrigger } from './campaignTrigger/send';
import { sendCanvasTrigger } from './canvasTrigger/send';
import { sendMessage } from './message/send';
import { shareProperties } from './form';
import type { FormState } from './form';
import type { Operation } from '../pipeline/operation';
import { createSchedule } from './schedule/create';
import { deleteSchedule } from './schedule/delete';
import { scheduleTypes } from './schedule/types';
import { updateSchedule } from './schedule/update';
import { getScheduledBroadcasts } from './scheduledBroadcast/getAll';
import { createSendId } from './sendId/create';

/** Every operation of the node. */
export const operations: Operation[] = [
	sendMessage,
	sendCampaignTrigger,
	sendCanvasTrigger,
	createSchedule,
	deleteSchedule,
	updateSchedule,
	getScheduledBroadcasts,
	createSendId,
];

/** The resources, alphabetical as the *Resource* list shows them. */
const resources: INodePropertyOptions[] = [
	{ name: 'Campaign Trigger', value: 'campaignTrigger' },
	{ name: 'Canvas Trigger', value: 'canvasTrigger' },
	{ name: 'Message', value: 'message' },
	{ name: 'Schedule', value: 'schedule' },
	{ name: 'Scheduled Broadcast', value: 'scheduledBroadcast' },
	{ name: 'Send ID', value: 'sendId' },
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

const formStates = operations.flatMap(({ resource, value: operation }): FormState[] =>
	resource === 'schedule'
		? scheduleTypes.map((type) => ({ resource, operation, scheduleType: type.value }))
		: [{ resource, operation }],
);

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
	...shareProperties(
		operations.flatMap((operation) => operation.properties),
		formStates,
	),
];

/** @returns the operation that the form has chosen, undefined where n8n offers one of its own */
export const findOperation = (resource: string, value: string): Operation | undefined =>
	operations.find((operation) => operation.resource === resource && operation.value === value);
