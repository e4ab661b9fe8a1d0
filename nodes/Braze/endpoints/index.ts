import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../pipeline/operation';
import { describeOptions } from '../pipeline/read/options';
import { getCampaign } from './campaign/get';
import { getCampaigns } from './campaign/getAll';
import { sendCampaignTrigger } from './campaignTrigger/send';
import { sendCanvasTrigger } from './canvasTrigger/send';
import { updateCatalogItem } from './catalogItem/update';
import { createContentBlock } from './contentBlock/create';
import { blocklistEmailAddress } from './emailAddress/blocklist';
import { getHardBounces } from './emailAddress/getHardBounces';
import { getUnsubscribes } from './emailAddress/getUnsubscribes';
import { removeHardBounce } from './emailAddress/removeBounce';
import { removeFromSpamList } from './emailAddress/removeSpam';
import { setEmailSubscription } from './emailAddress/setSubscription';
import { sendMessage } from './message/send';
import { getInvalidPhoneNumbers } from './phoneNumber/getInvalid';
import { removeInvalidPhoneNumber } from './phoneNumber/removeInvalid';
import { createCampaignTriggerSchedule } from './schedule/createCampaignTrigger';
import { createCanvasTriggerSchedule } from './schedule/createCanvasTrigger';
import { createMessageSchedule } from './schedule/createMessage';
import { deleteCampaignTriggerSchedule } from './schedule/deleteCampaignTrigger';
import { deleteCanvasTriggerSchedule } from './schedule/deleteCanvasTrigger';
import { deleteMessageSchedule } from './schedule/deleteMessage';
import { updateCampaignTriggerSchedule } from './schedule/updateCampaignTrigger';
import { updateCanvasTriggerSchedule } from './schedule/updateCanvasTrigger';
import { updateMessageSchedule } from './schedule/updateMessage';
import { getCustomAttributes } from './customAttribute/getAll';
import { getCustomEvents } from './customEvent/getAll';
import { getScheduledBroadcasts } from './scheduledBroadcast/getAll';
import { cancelSegmentExport } from './segment/cancelExport';
import { exportSegment } from './segment/export';
import { exportControlGroup } from './segment/exportControlGroup';
import { getSegments } from './segment/getAll';
import { createSendId } from './sendId/create';
import { getSubscriptionGroupsOfUser } from './subscriptionGroup/getOfUser';
import { getSubscriptionStatus } from './subscriptionGroup/getStatus';
import { setSubscriptionStatus } from './subscriptionGroup/setStatus';
import { createAlias } from './user/createAlias';
import { deleteUser } from './user/delete';
import { identifyUser } from './user/identify';
import { mergeUsers } from './user/merge';
import { removeExternalId } from './user/removeExternalId';
import { renameExternalId } from './user/renameExternalId';
import { updateAlias } from './user/updateAlias';
import { resources } from './resources';
import type { Resource } from './resources';
import { getUser } from './user/get';
import { trackEcommerceEvent } from './user/trackEcommerceEvent';
import { trackEvent } from './user/trackEvent';
import { trackPurchase } from './user/trackPurchase';
import { upsertUser } from './user/upsert';
import { shareProperties } from './shareProperties';

/** Every operation of the node, those of a resource together and in the order of its *Operation* list. */
export const operations: Operation[] = [
	sendMessage,
	sendCampaignTrigger,
	sendCanvasTrigger,
	createCampaignTriggerSchedule,
	createCanvasTriggerSchedule,
	createMessageSchedule,
	deleteCampaignTriggerSchedule,
	deleteCanvasTriggerSchedule,
	deleteMessageSchedule,
	updateCampaignTriggerSchedule,
	updateCanvasTriggerSchedule,
	updateMessageSchedule,
	getScheduledBroadcasts,
	createSendId,
	getCampaign,
	getCampaigns,
	updateCatalogItem,
	createContentBlock,
	cancelSegmentExport,
	exportSegment,
	exportControlGroup,
	getSegments,
	createAlias,
	upsertUser,
	deleteUser,
	getUser,
	identifyUser,
	mergeUsers,
	removeExternalId,
	renameExternalId,
	trackEcommerceEvent,
	trackEvent,
	trackPurchase,
	updateAlias,
	getSubscriptionGroupsOfUser,
	getSubscriptionStatus,
	setSubscriptionStatus,
	blocklistEmailAddress,
	getHardBounces,
	getUnsubscribes,
	removeFromSpamList,
	removeHardBounce,
	setEmailSubscription,
	getInvalidPhoneNumbers,
	removeInvalidPhoneNumber,
	getCustomAttributes,
	getCustomEvents,
];

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

/** @returns the form of one operation: its parts, then the options that mean something for it */
function describeOperation({ resource, value, endpoint }: Operation): INodeProperties[] {
	const show = { resource: [resource], operation: [value] };
	return [
		...endpoint.parts.flatMap((part) => part.describe(show)),
		describeOptions(endpoint, show),
	];
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
			state: { resource: operation.resource, operation: operation.value },
			properties: describeOperation(operation),
		})),
	),
];

/** @returns the operation that the form has chosen, undefined where n8n offers one of its own */
export const findOperation = (resource: string, value: string): Operation | undefined =>
	operations.find((operation) => operation.resource === resource && operation.value === value);
