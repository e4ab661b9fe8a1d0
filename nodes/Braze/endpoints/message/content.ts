import type { IDataObject, IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { checkObject } from '../../schema/check';
import { joinObjects } from '../../schema/convert';
import type { BrazeField, BrazeObject } from '../../schema/field';
import { describeFlat, describeOptional } from '../../schema/describe';
import { writeObject } from '../../schema/write';
import type { WriteContext } from '../../schema/write';
import { checkMessages, describeChannels, readMessages } from '../../messages/channels';
import type { MessageEndpoint } from '../../messages/channels';
import type { Message } from '../../pipeline/call';
import { describeOptions } from '../../pipeline/read/options';
import type { ItemParameters } from '../../pipeline/read/parameters';
import { readAudience } from '../../parts/audience/audience';
import { describeAudience } from '../../parts/audience/form';
import { sendId, trackedCampaignId } from '../../parts/identifiers';
import { messageTarget, segmentOfNamedUsers } from '../../parts/target';
import { describeUsers } from '../../parts/userFields';
import type { UserNaming } from '../../parts/userFields';

/** How the message endpoints name users. */
export const messageUsers: UserNaming = {
	audienceName: 'Segment or Audience',
	audienceDescription: 'No user is named: everyone in a segment or an audience gets it',
};

const recipientSubscriptionState: BrazeField = {
	displayName: 'Recipient Subscription State',
	name: 'recipientSubscriptionState',
	type: 'options',
	default: 'subscribed',
	description: 'Which users may get it, by their subscription state',
	options: [
		{
			name: 'All',
			value: 'all',
			description: 'Unsubscribed users as well, for transactional messages',
		},
		{ name: 'Opted In', value: 'opted_in', description: 'Only users who opted in' },
		{
			name: 'Subscribed',
			value: 'subscribed',
			description: 'Users who are subscribed or opted in',
		},
	],
};

const overrideName: Record<MessageEndpoint, string> = {
	send: 'overrideFrequencyCapping',
	schedule: 'overrideMessagingLimits',
};

const tracking: BrazeField = { ...trackedCampaignId, flat: true };

/** What a message request holds besides its users, its audience and its messages. */
const messageRequest = (endpoint: MessageEndpoint): BrazeObject => ({
	name: '',
	displayName: '',
	fields: [
		...messageTarget,
		tracking,
		segmentOfNamedUsers,
		sendId,
		recipientSubscriptionState,
		{
			displayName: 'Override Frequency Capping',
			name: overrideName[endpoint],
			type: 'boolean',
			default: false,
			description: 'Whether to send even where frequency capping would hold the message back',
		},
	],
});

const messageRequests: Record<MessageEndpoint, BrazeObject> = {
	send: messageRequest('send'),
	schedule: messageRequest('schedule'),
};

/** @returns the form of who gets a message, what they get, and `when` */
export function describeMessage(
	endpoint: MessageEndpoint,
	show: NonNullable<IDisplayOptions['show']>,
	when: INodeProperties[] = [],
): INodeProperties[] {
	const request = messageRequests[endpoint];
	return [
		...describeUsers(messageUsers, show),
		...describeFlat(request, show, messageTarget),
		...describeAudience(show),
		...describeFlat(request, show, [tracking]),
		...describeChannels(endpoint, show),
		...when,
		describeOptional(request, show),
		describeOptions(show, 'sharedContent'),
	];
}

/** @returns the body of a message request without its users */
export function readMessage(
	endpoint: MessageEndpoint,
	parameters: ItemParameters,
	writing: WriteContext,
): IDataObject {
	const audience = readAudience(parameters, writing);
	return joinObjects(
		writeObject(messageRequests[endpoint], parameters.read, writing),
		{ ...(audience ? { audience } : {}), messages: readMessages(endpoint, parameters, writing) },
		'Additional JSON',
	);
}

/** @throws InvalidInput for what Braze would refuse in the content of a message request */
export function checkMessage(endpoint: MessageEndpoint, { body }: Message): void {
	checkObject(messageRequests[endpoint], body);
	checkMessages(endpoint, body.messages, body.campaign_id);
}
