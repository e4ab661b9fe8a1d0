import type { IDataObject } from 'n8n-workflow';

import {
	ALL_USERS,
	byId,
	campaignForm,
	jsonOf,
	messageForm,
	openBench,
	pairedOf,
	userId,
	userItems,
	type Parameters,
	shownBy,
} from './support.cts';

const bench = openBench();
const toSegment: Parameters = { sendTo: 'audience', segmentId: byId(ALL_USERS), broadcast: true };
const nothing = '={{ $json.nothing }}';
const attribute = (more: IDataObject): Parameters => ({
	audience: 'build',
	audienceFilters: {
		customAttribute: [
			{
				attributeName: 'city',
				attributeType: 'string',
				stringComparison: 'equals',
				value: 'a',
				...more,
			},
		],
	},
});

test.each<[string, Parameters, string]>([
	['a segment', { ...toSegment, segmentId: byId(nothing) }, "'Segment' is empty"],
	[
		'a segment beside an audience',
		{ ...toSegment, segmentId: byId(nothing), ...attribute({}) },
		"'Segment' is empty",
	],
	['no segment and no audience', { ...toSegment, segmentId: byId('') }, 'would reach everyone'],
	[
		'a segment of named users',
		{ additionalFields: { segmentId: byId(nothing) } },
		"'Segment' is empty",
	],
	[
		'a segment of blanks in JSON',
		{ additionalFields: { additionalJson: '{ "segment_id": " " }' } },
		"Segment' is empty",
	],
	[
		'a segment of blanks in pasted messages',
		{
			channels: ['json'],
			messagesJson: '{ "segment_id": "\\u00a0", "messages": { "sms": {} } }',
		},
		"Segment' is empty",
	],
	['the choice of an audience', { ...toSegment, audience: nothing }, "'Audience' is empty"],
	['another choice of an audience', { ...toSegment, audience: '={{ "filters" }}' }, 'none'],
	['an audience as JSON', { audience: 'json', audienceJson: nothing }, "'Audience JSON' holds"],
	['the name of a filter', attribute({ attributeName: nothing }), "Attribute Name' is empty"],
	['the value of a filter', attribute({ value: nothing }), 'has no value'],
	['a value of blanks', attribute({ value: '={{ "  " }}' }), 'has no value'],
	[
		'one value of several',
		attribute({ stringComparison: 'is_none_of', values: '={{ ["a", $json.nothing] }}' }),
		'has an empty value',
	],
	[
		'how filters combine',
		{ ...attribute({}), audienceMatch: '={{ "XOR" }}' },
		"'Audience Match' cannot be",
	],
])('%s that comes to nothing is refused', async (_what, more, words) => {
	const { error } = await bench.run({
		parameters: messageForm(more),
		items: [{ id: 'a' }],
	});
	expect(shownBy(error)).toContain(words);
	expect(bench.sandbox.requests).toEqual([]);
});

test('a list of 120 users takes three requests, and the item answers for them', async () => {
	const ids = userItems(120).map(({ id }) => id);
	const { output, error } = await bench.run({
		parameters: campaignForm({ sendTo: 'userList', externalUserIds: '={{ $json.ids }}' }),
		items: [{ ids }],
	});
	expect(error).toBeUndefined();
	expect(bench.bodies().map(({ recipients }) => (recipients as unknown[]).length)).toEqual([
		50, 50, 20,
	]);
	expect(jsonOf(output[0])).toHaveLength(3);
	expect(new Set(pairedOf(output[0]).map((paired) => JSON.stringify(paired))).size).toBe(1);
});

test('of a long list that Braze takes in part the item says which part', async () => {
	bench.sandbox.faults.use({ script: ['none', '504', 'none'] });
	const { output } = await bench.run({
		parameters: messageForm({
			sendTo: 'userList',
			externalUserIds: userItems(120)
				.map(({ id }) => id)
				.join(),
			options: { batching: { batch: { concurrency: 1 } } },
		}),
		node: { onError: 'continueErrorOutput' },
	});
	expect(output[0]).toEqual([]);
	expect(JSON.stringify(output[1])).toContain('of the 120 users of this item');
});

test('a list of addresses works for a trigger', async () => {
	const { error } = await bench.run({
		parameters: campaignForm({
			sendTo: 'userList',
			emails: ' one@example.com, ONE@example.com\ntwo@example.com',
			prioritization: ['identified', 'most_recently_updated'],
		}),
	});
	// two spellings of one address would name one user twice
	expect(error?.message).toContain('name the same user twice');
	await bench.run({
		parameters: campaignForm({
			sendTo: 'userList',
			emails: ' one@example.com, two@example.com',
			prioritization: ['identified', 'most_recently_updated'],
		}),
	});
	const prioritization = ['identified', 'most_recently_updated'];
	expect(bench.onlyRequest().body).toMatchObject({
		recipients: [
			{ email: 'one@example.com', prioritization },
			{ email: 'two@example.com', prioritization },
		],
	});
});

test.each<[string, Parameters, string]>([
	[
		'an email address of a message',
		{ userIdentifier: 'email' },
		"'User Identifier' cannot be Email here",
	],
	[
		'recipient objects of a message',
		{ sendTo: 'recipientObjects' },
		"'Send To' cannot be Recipient Objects here",
	],
	[
		'digits that JSON loses',
		{ sendTo: 'userList', externalUserIds: '[12345678901234567891, 12345678901234567892]' },
		'last digits would be lost',
	],
])('%s is refused', async (_what, more, words) => {
	const { error } = await bench.run({ parameters: messageForm(more), items: [{ id: userId(1) }] });
	expect(shownBy(error)).toContain(words);
	expect(bench.sandbox.requests).toEqual([]);
});
