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
		const form = sample?.form as Parameters;
		return {
			...form,
			[`${name}Fields`]: {
				...(form[`${name}Fields`] as IDataObject),
				messageVariationId: byId(variation ?? ''),
			},
		};
	});
	return Object.assign({ channels: names }, ...forms) as Parameters;
}

const messageRuns = (
	endpoint: 'send' | 'schedule',
	variations: Record<string, string>,
): Parameters[] => {
	const override = endpoint === 'send' ? 'overrideFrequencyCapping' : 'overrideMessagingLimits';
	const additionalFields = {
		campaignId: byId(API_CAMPAIGN),
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
/** What is scheduled, as the operations of *Schedule* name it. */
type Scheduled = 'Message' | 'CampaignTrigger' | 'CanvasTrigger';

const atEachDelivery = (runs: Parameters[], scheduled: Scheduled): Parameters[] =>
	runs.flatMap((run) =>
		['exactTime', 'inLocalTime', 'atOptimalTime'].map((delivery) => ({
			...run,
			resource: 'schedule',
			operation: `create${scheduled}`,
			time,
			delivery,
		})),
	);

const change = (
	operation: 'update' | 'delete',
	scheduled: Scheduled,
	more: Parameters = {},
): Parameters => ({
	resource: 'schedule',
	operation: `${operation}${scheduled}`,
	scheduleId: '={{ $json.scheduleId }}',
	...(scheduled === 'CampaignTrigger' ? { campaignId: byId(TRIGGERED_CAMPAIGN) } : {}),
	...(scheduled === 'CanvasTrigger' ? { canvasId: byId(CANVAS) } : {}),
	...more,
});

/** What has to be scheduled before it can be changed. */
const toChange: Record<Scheduled, Parameters> = {
	Message: {
		...messageForm(),
		resource: 'schedule',
		operation: 'createMessage',
		time,
	},
	CampaignTrigger: atEachDelivery([campaignForm()], 'CampaignTrigger')[0],
	CanvasTrigger: atEachDelivery([canvasForm()], 'CanvasTrigger')[0],
};

/** @returns the form that makes the schedule which another form changes */
export const creationFor = ({ operation }: Parameters): Parameters =>
	toChange[String(operation).replace(/^(update|delete)/, '') as Scheduled];

/** Forms of the node that together send every key of an endpoint. */
export const runsOf = (variations: Record<string, string>): Record<string, Parameters[]> => ({
	'/messages/send': messageRuns('send', variations),
	'/campaigns/trigger/send': campaignRuns,
	'/canvas/trigger/send': canvasRuns,
	'/messages/schedule/create': atEachDelivery(messageRuns('schedule', variations), 'Message'),
	'/campaigns/trigger/schedule/create': atEachDelivery(campaignRuns, 'CampaignTrigger'),
	'/canvas/trigger/schedule/create': atEachDelivery(canvasRuns, 'CanvasTrigger'),
	'/messages/schedule/update': [
		change('update', 'Message', {
			time,
			delivery: 'exactTime',
			channels: ['sms'],
			smsSubscriptionGroupId: 'g',
			smsBody: 'New',
			smsAppId: 'app-1',
		}),
	],
	'/campaigns/trigger/schedule/update': [
		change('update', 'CampaignTrigger', { time, delivery: 'exactTime' }),
	],
	'/canvas/trigger/schedule/update': [
		change('update', 'CanvasTrigger', { time, delivery: 'exactTime' }),
	],
	'/messages/schedule/delete': [change('delete', 'Message')],
	'/campaigns/trigger/schedule/delete': [change('delete', 'CampaignTrigger')],
	'/canvas/trigger/schedule/delete': [change('delete', 'CanvasTrigger')],
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
