import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { readSeed } from '../../sandbox/sandbox.cts';
import { openStub } from './stub.cts';
import { API_CAMPAIGN, byId, jsonOf, openBench, ownPairs, pairedOf, shownBy } from './support.cts';

const bench = openBench();
const stub = openStub();

describe('creating a send ID', () => {
	const form = (more: IDataObject = {}) => ({
		resource: 'sendId',
		operation: 'create',
		campaignId: byId(API_CAMPAIGN),
		...more,
	});

	test('sends the one that was given', async () => {
		const { output } = await bench.run({ parameters: form({ sendId: 'spring-sale' }) });
		expect(bench.onlyRequest()).toMatchObject({ path: '/sends/id/create', accepted: true });
		expect(bench.onlyRequest().body).toEqual({ campaign_id: API_CAMPAIGN, send_id: 'spring-sale' });
		expect(jsonOf(output[0])[0]).toMatchObject({ message: 'success', send_id: 'spring-sale' });
	});

	test('leaves it to Braze where none was given, once for each item', async () => {
		const { output } = await bench.run({ parameters: form(), items: [{}, {}] });
		expect(bench.bodies()).toEqual(Array(2).fill({ campaign_id: API_CAMPAIGN }));
		const ids = jsonOf(output[0]).map(({ send_id: id }) => id);
		expect(new Set(ids).size).toBe(2);
		expect(pairedOf(output[0])).toEqual(ownPairs(2));
	});

	test.each([
		['65 characters', 'x'.repeat(65), 'at most 64'],
		['a letter outside ASCII', 'frühling', 'ASCII'],
	])('refuses %s before sending', async (_what, sendId, words) => {
		const { error } = await bench.run({ parameters: form({ sendId }) });
		expect(error?.message).toContain("'Send ID'");
		expect(shownBy(error)).toContain(words);
		expect(bench.bodies()).toEqual([]);
	});
});

describe('listing scheduled broadcasts', () => {
	const form = (more: IDataObject = {}) => ({
		resource: 'scheduledBroadcast',
		operation: 'getAll',
		endTime: DateTime.now().plus({ days: 30 }).toISODate(),
		...more,
	});
	const seeded = readSeed().scheduled_broadcasts ?? [];

	test('gives one item for each, with its time as ISO 8601', async () => {
		const { output } = await bench.run({ parameters: form({ returnAll: true }) });
		expect(jsonOf(output[0]).map(({ name }) => name)).toEqual(seeded.map(({ name }) => name));
		expect(pairedOf(output[0])).toEqual(seeded.map(() => ({ item: 0 })));
		const [newsletter, onboarding] = jsonOf(output[0]);
		expect(newsletter.next_send_time_iso).toMatch(/^\d{4}-\d\d-\d\dT09:00:00$/);
		expect(onboarding.next_send_time_iso).toMatch(/^\d{4}-\d\d-\d\dT12:00:00Z$/);
	});

	test('asks with the end of the range in UTC, and without a body', async () => {
		await bench.run({
			parameters: form({ endTime: '2099-07-01T00:00:00' }),
			settings: { timezone: 'Europe/Berlin' },
		});
		expect(bench.onlyRequest()).toMatchObject({
			method: 'GET',
			path: '/messages/scheduled_broadcasts',
			query: { end_time: '2099-06-30T22:00:00Z' },
			accepted: true,
		});
		expect(bench.onlyRequest().body).toBeUndefined();
	});

	test.each([
		[1, 1],
		[2, 2],
		[50, seeded.length],
	])('with a limit of %p gives %p', async (limit, count) => {
		const { output } = await bench.run({ parameters: form({ returnAll: false, limit }) });
		expect(output[0]).toHaveLength(count);
	});

	test('pairs what each item asked for with it', async () => {
		const { output } = await bench.run({
			parameters: form({ returnAll: false, limit: '={{ $json.limit }}' }),
			items: [{ limit: 1 }, { limit: 2 }],
		});
		expect(pairedOf(output[0])).toEqual([{ item: 0 }, { item: 1 }, { item: 1 }]);
	});

	test('leaves an empty answer empty', async () => {
		stub.answer = { status: 200, body: { scheduled_broadcasts: [] } };
		const { output, error } = await bench.run({ parameters: form(), url: stub.url });
		expect(error).toBeUndefined();
		expect(output[0]).toEqual([]);
	});

	test.each([
		['2099-01-05T09:00:00Z', 'UTC', '2099-01-05T09:00:00Z'],
		['2099-01-05 09:00:00', 'local_time_zones', '2099-01-05T09:00:00'],
		['2099-01-05T09:00:00', 'intelligent_delivery', '2099-01-05T09:00:00'],
		['2099-01-05T09:00:00', 'Europe/Berlin', '2099-01-05T09:00:00+01:00'],
		['2099-01-05 09:00:00 -0500', 'x', '2099-01-05T09:00:00-05:00'],
		['soon', 'UTC', undefined],
	])('reads the time %p of type %p', async (next, type, iso) => {
		const broadcast = { name: 'a', next_send_time: next, schedule_type: type };
		stub.answer = { status: 200, body: { scheduled_broadcasts: [broadcast] } };
		const { output } = await bench.run({ parameters: form(), url: stub.url });
		expect(jsonOf(output[0])).toEqual([
			{ ...broadcast, ...(iso ? { next_send_time_iso: iso } : {}) },
		]);
	});
});
