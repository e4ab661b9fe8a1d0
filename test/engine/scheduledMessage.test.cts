import type { IDataObject } from 'n8n-workflow';

import { inBerlin, scheduleForm, settings, time } from './scheduleForms.cts';
import {
	API_CAMPAIGN,
	byId,
	jsonOf,
	messageForm,
	openBench,
	smsForm,
	smsMessages,
	userItems,
	type Parameters,
	tracked,
} from './support.cts';

const bench = openBench();

describe('a scheduled message', () => {
	test('has the names that this endpoint gives its settings', async () => {
		const { error } = await bench.run({
			parameters: scheduleForm('message', 'create', {
				...messageForm({ time }),
				smsFields: { messageVariationId: byId('sms-108') },
				...tracked(API_CAMPAIGN, {
					overrideMessagingLimits: true,
					recipientSubscriptionState: 'all',
					sendId: 'sandbox-send-001',
				}),
			}),
			items: userItems(1),
			settings,
		});
		expect(error).toBeUndefined();
		expect(bench.onlyRequest()).toMatchObject({
			accepted: true,
			body: {
				campaign_id: API_CAMPAIGN,
				override_messaging_limits: true,
				recipient_subscription_state: 'all',
				send_id: 'sandbox-send-001',
			},
		});
	});

	const created = async (): Promise<string> => {
		const { output } = await bench.run({
			parameters: scheduleForm('message', 'create', {
				...messageForm({ time }),
				...tracked(API_CAMPAIGN),
				smsFields: { messageVariationId: byId('sms-108') },
			}),
			items: userItems(1),
			settings,
		});
		return jsonOf(output[0])[0].schedule_id as string;
	};
	const newMessage = { ...smsForm, smsBody: 'New' };
	const sms = { ...smsMessages.sms, body: 'New' };
	const update = async (scheduleId: string, more: Parameters) =>
		await bench.run({
			parameters: scheduleForm('message', 'update', { scheduleId, ...more }),
			settings,
		});

	test.each<[string, Parameters, IDataObject]>([
		['another time', { time, delivery: 'exactTime' }, { schedule: inBerlin }],
		[
			'new messages, with the variation of their campaign, which itself is not sent',
			{
				...newMessage,
				...tracked(API_CAMPAIGN),
				smsFields: { messageVariationId: byId('sms-108') },
			},
			{ messages: { sms: { ...sms, message_variation_id: 'sms-108' } } },
		],
		[
			'both',
			{
				...newMessage,
				time,
				delivery: 'exactTime',
				...tracked(API_CAMPAIGN),
				smsFields: { messageVariationId: byId('sms-108') },
			},
			{ schedule: inBerlin, messages: { sms: { ...sms, message_variation_id: 'sms-108' } } },
		],
	])('is updated with %s', async (_what, more, body) => {
		const scheduleId = await created();
		const { error } = await update(scheduleId, more);
		expect(error).toBeUndefined();
		expect(bench.bodies()[1]).toEqual({ schedule_id: scheduleId, ...body });
		expect(bench.sandbox.requests[1].accepted).toBe(true);
	});

	test('without a time and a channel is not updated', async () => {
		const { error } = await update('s', {});
		expect(error?.message).toContain('nothing to update');
		expect(bench.bodies()).toEqual([]);
	});

	test('refuses messages without a variation where a campaign is chosen', async () => {
		const { error } = await update('s', {
			...newMessage,
			...tracked(API_CAMPAIGN),
			smsFields: { messageVariationId: '={{ "" }}' },
		});
		expect(error?.message).toContain('Message Variation');
		expect(bench.bodies()).toEqual([]);
	});

	test('is sent at its time with what it was last given', async () => {
		const now = Date.now();
		const scheduleId = await created();
		await update(scheduleId, {
			time: new Date(now + 3_600_000).toISOString(),
			delivery: 'exactTime',
			...newMessage,
			...tracked(API_CAMPAIGN),
			smsFields: { messageVariationId: byId('sms-108') },
		});
		expect(bench.sandbox.deliveries).toEqual([]);
		bench.sandbox.clock.advance(3_700_000);
		expect(bench.sandbox.deliveries).toMatchObject([
			{ userId: 'user-001', content: { body: 'New' } },
		]);
		bench.sandbox.clock.set(Date.now());
	});
});
