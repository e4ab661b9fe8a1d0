import type { IDataObject } from 'n8n-workflow';

import {
	ALL_USERS,
	API_CAMPAIGN,
	byId,
	campaignForm,
	canvasForm,
	CANVAS,
	messageForm,
	SEND_ID,
	TRIGGERED_CAMPAIGN,
	type Parameters,
} from '../engine/support.cts';
import { sampleMessages } from '../engine/sampleMessages.cts';
import { find } from '../unit/messages/support.cts';

const aliasRows = { alias: [{ aliasName: 'alias-001', aliasLabel: 'shop' }] };
const blueEyes = {
	audience: 'json',
	audienceJson: JSON.stringify({
		custom_attribute: { custom_attribute_name: 'eye_color', comparison: 'equals', value: 'blue' },
	}),
};
const list: Parameters = {
	sendTo: 'userList',
	externalUserIds: 'user-001, user-002',
	userAliases: aliasRows,
};
const everyone: Parameters = { sendTo: 'audience', broadcast: true };

/** A sample of every channel of an endpoint, each with the variation that the API campaign has for it. */
function allChannels(
	endpoint: 'send' | 'schedule',
	variations: Record<string, string>,
): Parameters {
	const names = [...new Set(sampleMessages.map(({ name }) => name))].filter(
		(name) => endpoint === 'send' || find(name).scheduleWireKey !== null,
	);
	const forms = names.map((name): Parameters => {
		const sample = sampleMessages.find((each) => each.name === name);
		const [variation] =
			Object.entries(variations).find(([, key]) => key === find(name).wireKey) ?? [];
		return {
			...(sample?.form as Parameters),
			[`${name}MessageVariationId`]: byId(variation ?? ''),
		};
	});
	return Object.assign({ channels: names, campaignId: byId(API_CAMPAIGN) }, ...forms) as Parameters;
}

const messageRuns = (
	endpoint: 'send' | 'schedule',
	variations: Record<string, string>,
): Parameters[] => {
	const override = endpoint === 'send' ? 'overrideFrequencyCapping' : 'overrideMessagingLimits';
	const additionalFields = {
		sendId: SEND_ID,
		recipientSubscriptionState: 'all',
		[override]: true,
	};
	const base = { ...messageForm(), ...allChannels(endpoint, variations) };
	return [
		{ ...base, ...list, additionalFields: { ...additionalFields, segmentId: byId(ALL_USERS) } },
		{ ...base, ...everyone, ...blueEyes, segmentId: byId(ALL_USERS), additionalFields },
	];
};

const triggerRuns = (form: (more: Parameters) => Parameters, forAll: string, own: string) => {
	const properties = {
		[`${forAll}Source`]: 'json',
		[`${forAll}Json`]: '{ "product": "shoes", "price": 79.99 }',
	};
	return [
		form({
			...properties,
			[`${own}Source`]: 'json',
			[`${own}Json`]: '{ "product": "hats" }',
			...blueEyes,
		}),
		form(list),
		form({ ...everyone, ...properties }),
	];
};

const withSendId = (runs: Parameters[]): Parameters[] =>
	runs.map((run) => ({ ...run, additionalFields: { sendId: SEND_ID } }));

const campaignRuns = withSendId(
	triggerRuns(campaignForm, 'triggerProperties', 'recipientTriggerProperties'),
);
const canvasRuns = triggerRuns(canvasForm, 'context', 'recipientContext');

const time = '2099-01-31T09:00:00Z';
const atEachDelivery = (runs: Parameters[], scheduleType: string): Parameters[] =>
	runs.flatMap((run) =>
		['exactTime', 'inLocalTime', 'atOptimalTime'].map((delivery) => ({
			...run,
			resource: 'schedule',
			operation: 'create',
			scheduleType,
			time,
			delivery,
		})),
	);

const change = (operation: string, scheduleType: string, more: Parameters = {}): Parameters => ({
	resource: 'schedule',
	operation,
	scheduleType,
	scheduleId: '={{ $json.scheduleId }}',
	...(scheduleType === 'campaignTrigger' ? { campaignId: byId(TRIGGERED_CAMPAIGN) } : {}),
	...(scheduleType === 'canvasTrigger' ? { canvasId: byId(CANVAS) } : {}),
	...more,
});

/** What has to be scheduled before it can be changed, by the type of the schedule. */
export const toChange: Record<string, Parameters> = {
	message: {
		...messageForm(),
		resource: 'schedule',
		operation: 'create',
		scheduleType: 'message',
		time,
	},
	campaignTrigger: atEachDelivery([campaignForm()], 'campaignTrigger')[0],
	canvasTrigger: atEachDelivery([canvasForm()], 'canvasTrigger')[0],
};

/** Forms of the node that together send every key of an endpoint. */
export const runsOf = (variations: Record<string, string>): Record<string, Parameters[]> => ({
	'/messages/send': messageRuns('send', variations),
	'/campaigns/trigger/send': campaignRuns,
	'/canvas/trigger/send': canvasRuns,
	'/messages/schedule/create': atEachDelivery(messageRuns('schedule', variations), 'message'),
	'/campaigns/trigger/schedule/create': atEachDelivery(campaignRuns, 'campaignTrigger'),
	'/canvas/trigger/schedule/create': atEachDelivery(canvasRuns, 'canvasTrigger'),
	'/messages/schedule/update': [
		change('update', 'message', {
			time,
			channels: ['sms'],
			smsSubscriptionGroupId: 'g',
			smsBody: 'New',
			smsAppId: 'app-1',
		}),
	],
	'/campaigns/trigger/schedule/update': [change('update', 'campaignTrigger', { time })],
	'/canvas/trigger/schedule/update': [change('update', 'canvasTrigger', { time })],
	'/messages/schedule/delete': [change('delete', 'message')],
	'/campaigns/trigger/schedule/delete': [change('delete', 'campaignTrigger')],
	'/canvas/trigger/schedule/delete': [change('delete', 'canvasTrigger')],
	'/sends/id/create': [
		{
			resource: 'sendId',
			operation: 'create',
			campaignId: byId(API_CAMPAIGN),
			sendId: 'another-send',
		},
	],
	'/messages/scheduled_broadcasts': [
		{ resource: 'scheduledBroadcast', operation: 'getAll', endTime: '2030-09-01T00:00:00-04:00' },
	],
});

/** What the sandbox took of one request: its body, or its query where it has no body. */
export const sentIn = (request: { body?: unknown; query: unknown }): IDataObject =>
	(request.body ?? request.query) as IDataObject;
