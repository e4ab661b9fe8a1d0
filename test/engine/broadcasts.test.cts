import type { IDataObject } from 'n8n-workflow';

import { operations } from '../../nodes/Braze/endpoints/index.ts';
import {
	byId,
	campaignForm,
	canvasForm,
	failuresIn,
	messageForm,
	openBench,
	ownPairs,
	pairedOf,
	ALL_USERS,
	MEMBERS,
	shownBy,
} from './support.cts';

const bench = openBench();

const toAll: IDataObject = { sendTo: 'audience', broadcast: true };
const toSegment: IDataObject = { ...toAll, segmentId: byId(ALL_USERS) };
const kinds: Array<[string, IDataObject, string]> = [
	['a message', messageForm(toSegment), 'smsBody'],
	['a campaign', campaignForm({ ...toAll, triggerPropertiesSource: 'pairs' }), ''],
	['a Canvas', canvasForm(toAll), ''],
];
const items = [{ text: 'a' }, { text: 'b' }, { text: 'c' }];
const scheduleForm: IDataObject = {
	...messageForm(toSegment),
	resource: 'schedule',
	operation: 'createMessage',
	time: '={{ $now.plus({ hours: 1 }) }}',
};

describe('one broadcast a run', () => {
	test.each(kinds)('%s, whose fields name no data of the items', async (_what, parameters) => {
		const { output, error } = await bench.run({ parameters, items });
		expect(error).toBeUndefined();
		expect(bench.bodies()).toHaveLength(1);
		expect(pairedOf(output[0])).toEqual(ownPairs(3));
	});

	test('at a time that the clock gives', async () => {
		const { error } = await bench.run({ parameters: scheduleForm, items });
		expect(error).toBeUndefined();
		expect(bench.bodies()).toHaveLength(1);
	});

	test('at a time that the clock gives, beside fields of the items that are equal', async () => {
		const parameters = { ...scheduleForm, smsBody: '={{ $json.text }}' };
		const equal = [{ text: 'same' }, { text: 'same' }];
		const { error } = await bench.run({ parameters, items: equal });
		expect(error).toBeUndefined();
		expect(bench.bodies()).toHaveLength(1);
	});

	test('the filters of an audience mean the same people in any order', async () => {
		const push = { push_subscription_status: { comparison: 'is', value: 'opted_in' } };
		const email = { email_subscription_status: { comparison: 'is', value: 'opted_in' } };
		const blue = {
			custom_attribute: { custom_attribute_name: 'eyes', comparison: 'equals', value: 'blue' },
		};
		const parameters = campaignForm({
			...toAll,
			audience: 'json',
			audienceJson: '={{ $json.audience }}',
			triggerPropertiesSource: 'json',
			triggerPropertiesJson: '={{ { place: $itemIndex } }}',
		});
		const run = async (...audiences: IDataObject[]) =>
			await bench.run({ parameters, items: audiences.map((audience) => ({ audience })) });
		for (const [one, other] of [
			[{ AND: [push, { OR: [email, blue] }] }, { AND: [{ OR: [blue, email] }, push] }],
			[push, { AND: [{ OR: [push] }] }],
			[{ OR: [push, email] }, { OR: [email, push, email] }],
		]) {
			const { error } = await run(one, other);
			expect(shownBy(error)).toContain('though both reach the same people');
		}
		expect(bench.bodies()).toEqual([]);
		const { error } = await run({ AND: [push, email] }, { OR: [push, email] });
		expect(error).toBeUndefined();
		expect(bench.bodies()).toHaveLength(2);
	});

	test('several that differ are refused before anything leaves', async () => {
		const parameters = messageForm({ ...toSegment, smsBody: '={{ $json.text }}' });
		const { error } = await bench.run({ parameters, items });
		expect(shownBy(error)).toMatch(
			/'Broadcast' differs between item 0 and item 1.*Allow Several Broadcasts; nothing was sent/,
		);
		expect(bench.bodies()).toEqual([]);
	});

	test('and fail item by item where the node continues', async () => {
		const parameters = messageForm({ ...toSegment, smsBody: '={{ $json.text }}' });
		const node = { onError: 'continueErrorOutput' as const };
		const { output, error } = await bench.run({ parameters, items, node });
		expect(error).toBeUndefined();
		expect(output[0]).toEqual([]);
		expect(pairedOf(output[1])).toEqual(ownPairs(3));
		expect(failuresIn(output[1])[2]).toContain("'Broadcast' differs");
		expect(bench.bodies()).toEqual([]);
	});

	test('unless several are allowed', async () => {
		const options = { allowSeveralBroadcasts: true };
		const parameters = messageForm({ ...toSegment, smsBody: '={{ $json.text }}', options });
		await bench.run({ parameters, items });
		expect(bench.bodies()).toHaveLength(3);
	});

	test('to other people is no repetition', async () => {
		const parameters = messageForm({
			...toAll,
			segmentId: byId('={{ $json.segment }}'),
			smsBody: '={{ $json.text }}',
		});
		const segments = [
			{ segment: ALL_USERS, text: 'a' },
			{ segment: MEMBERS, text: 'b' },
		];
		await bench.run({
			parameters,
			items: segments,
			node: { onError: 'continueErrorOutput' },
		});
		expect(bench.bodies()).toHaveLength(2);
	});

	test('stays one with keys in another order', async () => {
		const parameters = campaignForm({
			...toAll,
			triggerPropertiesSource: 'json',
			triggerPropertiesJson: '={{ $json.properties }}',
		});
		const unordered = [{ properties: { a: 1, b: 2 } }, { properties: { b: 2, a: 1 } }];
		const { error } = await bench.run({ parameters, items: unordered });
		expect(error).toBeUndefined();
		expect(bench.bodies()).toHaveLength(1);
	});
});

test('every operation that can reach people it does not name has the option for several broadcasts', () => {
	const able = operations.filter(({ endpoint }) =>
		endpoint.parts.some((part) => part.describe({}).some(({ name }) => name === 'broadcast')),
	);
	expect(able.length).toBeGreaterThan(4);
	for (const { endpoint } of able) {
		expect(endpoint.parts.some(({ broadcasts }) => broadcasts)).toBe(true);
	}
});
