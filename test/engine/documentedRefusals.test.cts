import type { IDataObject } from 'n8n-workflow';

import { android, androidOf, apple, appleOf, asksFor, email, inApp } from './channelForms.cts';
import {
	ALL_USERS,
	API_CAMPAIGN,
	byId,
	campaignForm,
	messageForm,
	openBench,
	TRIGGERED_CAMPAIGN,
	UNKNOWN_ID,
	type Parameters,
	tracked,
	shownBy,
} from './support.cts';

const bench = openBench();

async function run(parameters: Parameters, item: IDataObject = {}) {
	return await bench.run({ parameters, items: [{ id: 'user-001', ...item }] });
}

/** The refusals that Braze documents and a form can provoke: the title, how, and what the person reads instead or with it. */
const documented: Array<[string, Parameters, 'before' | 'after', string]> = [
	[
		'No Recipients',
		messageForm({ sendTo: 'audience', broadcast: false }),
		'before',
		"'Send To' names nobody",
	],
	[
		'Invalid Campaign ID',
		messageForm({ ...tracked(UNKNOWN_ID), smsFields: { messageVariationId: byId('x') } }),
		'after',
		'Invalid Campaign ID',
	],
	[
		'Message Variant Unspecified',
		messageForm({ ...tracked(API_CAMPAIGN), smsFields: { messageVariationId: byId('={{ "" }}') } }),
		'before',
		'Message Variation',
	],
	[
		'Invalid Message Variant',
		messageForm({ ...tracked(API_CAMPAIGN), smsFields: { messageVariationId: byId('x') } }),
		'after',
		'Invalid Message Variant',
	],
	[
		'Mismatched Message Type',
		messageForm({ ...tracked(API_CAMPAIGN), smsFields: { messageVariationId: byId('email-105') } }),
		'after',
		'Mismatched Message Type',
	],
	[
		'Invalid Extra Push Payload',
		apple({ applePushFields: { extraJson: '"a"' } }),
		'before',
		'must be a JSON object',
	],
	['Slideup Message Length Exceeded', inApp(asksFor(141)), 'before', 'at most 140'],
	['Apple Push Length Exceeded', appleOf(1913), 'before', 'at most 1912'],
	['Android Push Length Exceeded', androidOf(4001), 'before', 'at most 4000'],
	[
		'Bad Request: the time does not parse',
		scheduled({ time: 'soon' }),
		'before',
		'no date that can be read',
	],
	[
		'Bad Request: the local time has passed',
		scheduled({ time: '2020-01-01T00:00:00', delivery: 'inLocalTime' }),
		'before',
		'has passed',
	],
	[
		'Request Entity Too Large',
		email({ emailBody: asksFor(4_300_000), options: { maxAttempts: 1 } }),
		'before',
		'at most 4194304',
	],
	[
		'Invalid Push Token Length',
		apple({ applePushFields: { alsoSendTo: { app: [{ appId: 'a', devices: ['short'] }] } } }),
		'before',
		'not 64 characters long',
	],
	[
		'Max Input Length Exceeded: 101 tokens',
		android({
			androidPushFields: {
				alsoSendTo: { app: [{ appId: 'a', devices: `={{ Array(101).fill("t") }}` }] },
			},
		}),
		'before',
		'at most 100',
	],
	[
		'users of a broadcast',
		messageForm({
			sendTo: 'userList',
			externalUserIds: 'a',
			additionalFields: { additionalJson: '{ "broadcast": true }' },
		}),
		'before',
		"'Broadcast' is on",
	],
	[
		'a segment that nobody knows',
		messageForm({ sendTo: 'audience', broadcast: true, segmentId: byId(UNKNOWN_ID) }),
		'after',
		UNKNOWN_ID,
	],
	[
		'a campaign that is not triggered by the API',
		campaignForm({ campaignId: byId(API_CAMPAIGN) }),
		'after',
		API_CAMPAIGN,
	],
	[
		'a send ID that was not made',
		messageForm({
			smsFields: { messageVariationId: byId('sms-108') },
			...tracked(API_CAMPAIGN, { sendId: 'unknown' }),
		}),
		'after',
		'Invalid Send ID',
	],
];

function scheduled(more: Parameters): Parameters {
	return {
		...campaignForm(more),
		resource: 'schedule',
		operation: 'createCampaignTrigger',
	};
}

test.each(documented)('%s', async (_title, parameters, when, words) => {
	const { error } = await run(parameters);
	expect(error?.message).toMatch(/^Item 0: /);
	expect(shownBy(error)).toContain(words);
	expect(bench.sandbox.requests).toHaveLength(when === 'before' ? 0 : 1);
	expect(bench.sandbox.deliveries).toEqual([]);
});

test('No message to send: without a channel n8n does not run the node', async () => {
	await expect(run(messageForm({ channels: [] }))).rejects.toMatchObject({
		message: expect.stringContaining('Parameter "Channels" is required'),
	});
	expect(bench.sandbox.requests).toEqual([]);
});

test('users and a segment are an intersection today, where the Appboy document refuses them', async () => {
	const { error } = await run(messageForm({ additionalFields: { segmentId: byId(ALL_USERS) } }));
	expect(error).toBeUndefined();
	expect(bench.onlyRequest().body).toMatchObject({
		external_user_ids: ['user-001'],
		segment_id: ALL_USERS,
	});
});

test('an answer of its own where n8n offers a Custom API Call', async () => {
	const { error } = await run({
		resource: 'campaignTrigger',
		operation: '__CUSTOM_API_CALL__',
		campaignId: byId(TRIGGERED_CAMPAIGN),
	});
	expect(error?.message).toContain('HTTP Request node');
});
