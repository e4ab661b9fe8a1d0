import type { IDataObject } from 'n8n-workflow';

import { inBerlin, scheduleForm, settings, time } from './scheduleForms.cts';
import {
	byId,
	campaignForm,
	CANVAS,
	canvasForm,
	failuresIn,
	jsonOf,
	messageForm,
	openBench,
	ownPairs,
	pairedOf,
	shownBy,
	smsMessages,
	TRIGGERED_CAMPAIGN,
	userItems,
	type Parameters,
} from './support.cts';

const bench = openBench();

const types: Array<
	[string, { form: Parameters; path: string; own: IDataObject; id: IDataObject }]
> = [
	[
		'message',
		{
			form: messageForm(),
			path: '/messages/schedule',
			own: { external_user_ids: ['user-001'], messages: smsMessages },
			id: {},
		},
	],
	[
		'campaignTrigger',
		{
			form: campaignForm(),
			path: '/campaigns/trigger/schedule',
			own: {
				campaign_id: TRIGGERED_CAMPAIGN,
				recipients: [{ external_user_id: 'user-001' }],
			},
			id: { campaign_id: TRIGGERED_CAMPAIGN },
		},
	],
	[
		'canvasTrigger',
		{
			form: canvasForm(),
			path: '/canvas/trigger/schedule',
			own: { canvas_id: CANVAS, recipients: [{ external_user_id: 'user-001' }] },
			id: { canvas_id: CANVAS },
		},
	],
];

describe.each(types)('a schedule of type %s', (type, { form, path, own, id }) => {
	const create = async (more: Parameters = { time }): Promise<IDataObject> => {
		const { output, error } = await bench.run({
			parameters: scheduleForm(type, 'create', { ...form, ...more }),
			items: userItems(1),
			settings,
		});
		expect(error).toBeUndefined();
		return jsonOf(output[0])[0];
	};
	const reference = (scheduleId: unknown): Parameters => ({
		campaignId: byId(TRIGGERED_CAMPAIGN),
		canvasId: byId(CANVAS),
		scheduleId: scheduleId as string,
	});

	test('is created', async () => {
		const answer = await create();
		expect(bench.onlyRequest()).toMatchObject({ path: `${path}/create`, accepted: true });
		expect(bench.onlyRequest().body).toEqual({ ...own, schedule: inBerlin });
		expect(answer).toEqual({
			dispatch_id: expect.any(String),
			schedule_id: bench.sandbox.schedules[0].scheduleId,
			message: 'success',
			recipient: { external_user_id: 'user-001' },
		});
	});

	test.each<[string, IDataObject]>([
		['exactTime', inBerlin],
		['inLocalTime', { time, in_local_time: true }],
		['atOptimalTime', { time, at_optimal_time: true }],
	])('delivers %s', async (delivery, schedule) => {
		await create({ time, delivery });
		expect(bench.onlyRequest().body).toEqual({ ...own, schedule });
		expect(bench.onlyRequest().accepted).toBe(true);
	});

	test('is moved to another time, whose delivery replaces the old one', async () => {
		const { schedule_id: scheduleId } = await create({ time, delivery: 'inLocalTime' });
		const { output, error } = await bench.run({
			parameters: scheduleForm(type, 'update', {
				...reference(scheduleId),
				campaignId: type === 'message' ? byId('') : byId(TRIGGERED_CAMPAIGN),
				time: '2099-02-01T09:00:00',
				delivery: 'exactTime',
			}),
			settings,
		});
		expect(error).toBeUndefined();
		const schedule = { time: '2099-02-01T08:00:00Z' };
		expect(bench.sandbox.requests[1]).toMatchObject({ path: `${path}/update`, accepted: true });
		expect(bench.bodies()[1]).toEqual({ ...id, schedule_id: scheduleId, schedule });
		expect(jsonOf(output[0])).toEqual([{ schedule_id: scheduleId, message: 'success' }]);
		expect(bench.sandbox.schedules[0].schedule).toEqual(schedule);
	});

	test('is deleted, which is what the item says', async () => {
		const { schedule_id: scheduleId } = await create();
		const { output } = await bench.run({
			parameters: scheduleForm(type, 'delete', reference('={{ $json.schedule }}')),
			items: [{ schedule: scheduleId as string }],
		});
		expect(bench.sandbox.requests[1]).toMatchObject({ path: `${path}/delete`, accepted: true });
		expect(bench.bodies()[1]).toEqual({ ...id, schedule_id: scheduleId });
		expect(jsonOf(output[0])).toEqual([
			{ deleted: true, schedule_id: scheduleId, message: 'success' },
		]);
		expect(bench.sandbox.schedules[0].state).toBe('cancelled');
	});

	test('of 120 users takes three requests, and each item gets its schedule', async () => {
		const { output } = await bench.run({
			parameters: scheduleForm(type, 'create', { ...form, time }),
			items: userItems(120),
		});
		expect(bench.sandbox.schedules).toHaveLength(3);
		expect(pairedOf(output[0])).toEqual(ownPairs(120));
		expect(new Set(jsonOf(output[0]).map(({ schedule_id }) => schedule_id))).toEqual(
			new Set(bench.sandbox.schedules.map(({ scheduleId }) => scheduleId)),
		);
	});

	test('of several items is deleted item by item, good ones all the same', async () => {
		const { schedule_id: scheduleId } = await create();
		const { output } = await bench.run({
			parameters: scheduleForm(type, 'delete', reference('={{ $json.schedule }}')),
			items: [{ schedule: 'unknown' }, {}, { schedule: scheduleId as string }],
			node: { onError: 'continueErrorOutput' },
		});
		expect(pairedOf(output[0])).toEqual([{ item: 2 }]);
		expect(pairedOf(output[1])).toEqual([{ item: 0 }, { item: 1 }]);
		const [unknown, missing] = failuresIn(output[1]);
		expect(unknown).toContain('Invalid Schedule ID');
		expect(missing).toContain("'Schedule ID' is empty");
	});

	test('in the past is refused before sending', async () => {
		const { error } = await bench.run({
			parameters: scheduleForm(type, 'create', { ...form, time: '2020-01-31T09:00:00' }),
			items: userItems(1),
			settings: { timezone: 'UTC' },
		});
		expect(error?.message).toContain("'Time' is 2020-01-31T09:00:00Z, which has passed");
		expect(bench.bodies()).toEqual([]);
	});
});

test.each([messageForm, campaignForm, canvasForm])(
	'a schedule in JSON does not become a send at once (%#)',
	async (form) => {
		const schedule = { additionalJson: '{ "schedule": { "time": "2099-01-31T09:00:00Z" } }' };
		const { error } = await bench.run({
			parameters: form({ additionalFields: schedule }),
			items: [{ id: 'user-001' }],
		});
		expect(shownBy(error)).toContain('holds "schedule", and this operation sends at once');
		expect(bench.sandbox.requests).toEqual([]);
	},
);
