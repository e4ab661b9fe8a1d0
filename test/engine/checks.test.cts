import type { IDataObject } from 'n8n-workflow';

import {
	android,
	androidOf,
	apple,
	appleOf,
	asksFor,
	attachment,
	email,
	inApp,
} from './channelForms.cts';
import {
	API_CAMPAIGN,
	byId,
	campaignForm,
	messageForm,
	openBench,
	shownBy,
	pairs,
	type Parameters,
	tracked,
} from './support.cts';

const bench = openBench();

async function run(parameters: Parameters, item: IDataObject = {}) {
	return await bench.run({ parameters, items: [{ id: 'user-001', ...item }] });
}

/** What the form lets a person do and Braze does not take; the words of our own refusal. */
const checked: Array<[string, Parameters, string]> = [
	[
		'a required field whose expression gives nothing',
		apple({ applePushAlert: '={{ $json.no }}' }),
		"'Apple Push Alert' is empty",
	],
	[
		'a text that is required unless the push is silent',
		android({ androidPushTitle: '={{ $json.no }}' }),
		"'Android Push Title' is empty",
	],
	[
		'a value that no list has',
		apple({ applePushFields: { interruptionLevel: '={{ "loud" }}' } }),
		'cannot be "loud"',
	],
	[
		'a number out of its range',
		android({ androidPushFields: { priority: '={{ 3 }}' } }),
		'is 3. Braze takes -2 to 2',
	],
	[
		'a text where a number belongs',
		android({ androidPushFields: { timeToLive: '={{ "soon" }}' } }),
		'must be a number',
	],
	[
		'a fraction where a whole number belongs',
		apple({ applePushFields: { badge: '={{ 1.5 }}' } }),
		'whole number',
	],
	['an Apple push of 1,913 bytes', appleOf(1913), 'have 1913 bytes'],
	['an Android push of 4,001 bytes', androidOf(4001), 'have 4001 bytes'],
	[
		'in-app text of 141 characters',
		inApp(asksFor(141)),
		'has 141 characters and Braze takes at most 140',
	],
	[
		'the key "ab" that Braze keeps',
		apple({ applePushFields: { extra: pairs(['ab', 1, 'number']) } }),
		'uses the key "ab"',
	],
	[
		'the key "aps" that Apple keeps',
		apple({ applePushFields: { extraJson: '{ "aps": {} }' } }),
		'uses the key "aps"',
	],
	[
		'extra that is a list',
		android({ androidPushFields: { extraJson: '[1]' } }),
		'must be a JSON object',
	],
	[
		'extra that is a text from an expression',
		android({ androidPushFields: { extra: '={{ "a" }}' } }),
		'Extra',
	],
	[
		'a send ID of 65 characters',
		messageForm({ additionalFields: { sendId: asksFor(65) } }),
		'at most 64',
	],
	['a send ID outside ASCII', messageForm({ additionalFields: { sendId: 'größe' } }), 'ASCII'],
	[
		'a campaign without a variation',
		messageForm({
			...tracked(API_CAMPAIGN),
			smsFields: { messageVariationId: byId('={{ $json.no }}') },
		}),
		"'SMS Fields > Message Variation' is empty",
	],
	[
		'attachments of a broadcast',
		campaignForm({ sendTo: 'audience', broadcast: true, additionalFields: attachment }),
		"'Attachments' cannot go with a broadcast",
	],
	[
		'a file that Braze does not attach',
		email({
			emailFields: {
				attachments: { attachment: [{ fileName: 'a', url: 'https://example.com/a.exe' }] },
			},
		}),
		'.exe',
	],
	[
		'JSON that does not parse',
		email({ emailFields: { additionalJson: '{ "a": ' } }),
		'does not parse as JSON',
	],
	[
		'further JSON that is no object',
		email({ emailFields: { additionalJson: '[]' } }),
		'must be a JSON object',
	],
	[
		'further JSON that repeats a field',
		email({ emailFields: { additionalJson: '{ "from": "b" }' } }),
		'gives the key "from" a second time',
	],
	[
		'an object where text belongs',
		apple({ applePushAlert: '={{ ({ nothing: 1 }) }}' }),
		'must be text but is an object',
	],
	[
		'a list where text belongs',
		email({ emailSubject: '={{ ["a"] }}' }),
		'must be text but is a list',
	],
	['an email without a body', email({ emailBody: '={{ $json.no }}' }), "'Email Body' is empty"],
	[
		'a second in-app button too many',
		inApp('Hi', { buttons: { button: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] } }),
		'at most 2',
	],
	[
		'buttons of no category',
		apple({
			applePushFields: { buttons: { button: [{ button: 'ab_pb_yes', action: 'OPEN_APP' }] } },
		}),
		'belong to no category',
	],
	[
		'an asset without its type',
		apple({ applePushFields: { assetUrl: 'https://example.com/a.png' } }),
		'Asset File Type',
	],
	[
		'clicks counted without shortened links',
		messageForm({ smsFields: { userClickTrackingEnabled: true } }),
		'needs shortened links',
	],
	[
		'Liquid typed as an n8n expression',
		messageForm({ smsBody: '=Hi {{ first_name | upcase }}' }),
		'holds Liquid in {{ }}',
	],
	[
		'an object in the middle of a text',
		messageForm({ smsBody: '=Hi {{ { first: "Ann" } }}!' }),
		"'SMS Body' holds [object Object]",
	],
	[
		'an object in the middle of JSON',
		campaignForm({
			triggerPropertiesSource: 'json',
			triggerPropertiesJson: '={ "order": "{{ { id: 1 } }}" }',
		}),
		'holds [object Object]',
	],
	[
		'an object in the middle of a user ID',
		messageForm({ externalUserId: '=user-{{ { id: 1 } }}' }),
		'holds [object Object]',
	],
];

test.each(checked)('%s is refused before sending', async (_what, parameters, words) => {
	const { error, output } = await run(parameters);
	expect(error?.message).toMatch(/^Item 0: /);
	expect(shownBy(error)).toContain(words);
	expect(error?.description).toBeTruthy();
	expect(output).toEqual([]);
	expect(bench.sandbox.requests).toEqual([]);
});

/** The limit itself is no fault. */
const allowed: Array<[string, Parameters]> = [
	['an Apple push of 1,912 bytes', appleOf(1912)],
	['an Android push of 4,000 bytes', androidOf(4000)],
	['in-app text of 140 characters, an emoji being one', inApp('={{ "x".repeat(139) + "🎉" }}')],
	[
		'a send ID of 64 characters',
		{
			resource: 'sendId',
			operation: 'create',
			campaignId: byId(API_CAMPAIGN),
			sendId: asksFor(64),
		},
	],
	['attachments for named users', campaignForm({ additionalFields: attachment })],
	[
		'keys of tomorrow',
		campaignForm({ additionalFields: { additionalJson: '{ "send_id": "sandbox-send-001" }' } }),
	],
];

test.each(allowed)('%s is sent', async (_what, parameters) => {
	const { error } = await run(parameters);
	expect(error).toBeUndefined();
	expect(bench.onlyRequest().accepted).toBe(true);
});
