import type { IDataObject } from 'n8n-workflow';

import { byId, MEMBERS, openBench, pairs, userItems, shownBy } from './support.cts';

const bench = openBench();

const start = (more: IDataObject = {}) => ({
	resource: 'liveActivity',
	operation: 'start',
	appId: 'sandbox-app-001',
	activityId: 'delivery-1',
	sendTo: 'eachItem',
	userIdentifier: 'externalUserId',
	externalUserId: '={{ $json.id }}',
	activityAttributesType: 'Delivery',
	activityAttributesSource: 'json',
	activityAttributesJson: '{}',
	contentStateSource: 'pairs',
	contentState: pairs(['eta', 12, 'number']),
	notificationTitle: 'On its way',
	notificationBody: 'Soon',
	...more,
});

const besides = (key: string, value: unknown): IDataObject => ({
	additionalFields: { additionalJson: JSON.stringify({ [key]: value }) },
});

test('51 users are two requests of one activity', async () => {
	const { error } = await bench.run({ parameters: start(), items: userItems(51) });
	expect(error).toBeUndefined();
	expect(bench.bodies().map(({ external_user_ids: ids }) => (ids as string[]).length)).toEqual([
		50, 1,
	]);
});

test('an audience goes under the name that only this endpoint has', async () => {
	const audience = { push_subscription_status: { comparison: 'is', value: 'opted_in' } };
	await bench.run({
		parameters: start({
			sendTo: 'audience',
			audience: 'json',
			audienceJson: JSON.stringify(audience),
		}),
	});
	expect(bench.onlyRequest()).toMatchObject({ accepted: true });
	expect(bench.onlyRequest().body).toMatchObject({ custom_audience: audience });
	expect(bench.onlyRequest().body).not.toHaveProperty('audience');
});

test('a segment is enough, without a switch for broadcasts', async () => {
	const parameters = start({ sendTo: 'audience', segmentId: byId(MEMBERS) });
	await bench.run({ parameters });
	expect(bench.onlyRequest()).toMatchObject({ accepted: true, body: { segment_id: MEMBERS } });
	expect(bench.onlyRequest().body).not.toHaveProperty('broadcast');
});

test.each([
	[{ sendTo: 'audience' }, "'Send To' names nobody"],
	[{ contentStateSource: 'none' }, "'Content State' is missing"],
	[{ notificationTitle: '={{ "" }}' }, "'Notification Title' is empty"],
	[besides('external_user_ids', ['user-002']), 'names users under "external_user_ids"'],
	[besides('user_aliases', [{}]), 'names users under "user_aliases"'],
	[besides('segment_id', null), "'Segment' is empty, so that it would narrow nothing"],
	[besides('custom_audience', ''), "'Audience' is empty, so that it would narrow nothing"],
	[{ notificationJson: '{"alert":"Soon"}' }, "'Notification JSON > alert' must be an object"],
	[{ notificationJson: '{"alert":{"title":"Soon"}}' }, 'gives the key "title" a second time'],
])('%j is refused before it leaves', async (more, words) => {
	const { error } = await bench.run({ parameters: start(more), items: userItems(1) });
	expect(shownBy(error)).toContain(words);
	expect(bench.bodies()).toEqual([]);
});

test('a start is never repeated after a doubt', async () => {
	bench.sandbox.faults.use({ script: [{ kind: 'reset-after' }] });
	const { error } = await bench.run({ parameters: start(), items: userItems(1) });
	expect(error?.message).toContain('may have been sent');
	expect(bench.bodies()).toHaveLength(1);
});

test.each([
	[{}, 2],
	[{ notificationBody: 'Here' }, 1],
])('an update with %j leaves %p times where its answer is lost', async (more, times) => {
	bench.sandbox.faults.use({ script: [{ kind: 'reset-after' }] });
	await bench.run({
		parameters: {
			resource: 'liveActivity',
			operation: 'update',
			appId: 'sandbox-app-001',
			activityId: 'delivery-1',
			contentStateSource: 'pairs',
			contentState: pairs(['eta', 0, 'number']),
			...more,
		},
	});
	expect(bench.bodies()).toHaveLength(times);
});
