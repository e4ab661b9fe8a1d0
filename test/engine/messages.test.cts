import type { IDataObject } from 'n8n-workflow';

import { find } from '../unit/messages/support.cts';
import { SAMPLE_CAMPAIGN, sampleMessages, sampleSeed } from './sampleMessages.cts';
import {
	API_CAMPAIGN,
	byId,
	messageForm,
	NOW,
	openBench,
	userItems,
	type Parameters,
	tracked,
} from './support.cts';

const seed = sampleSeed();
const bench = openBench({ now: NOW, seed });
const settings = { timezone: 'Europe/Berlin' };

const fieldsIn = (name: string, form: Record<string, unknown>): IDataObject =>
	(form[`${name}Fields`] ?? {}) as IDataObject;

const variationIn = (name: string, form: Record<string, unknown>): unknown =>
	fieldsIn(name, form).messageVariationId;

const withVariation = (
	name: string,
	form: Record<string, unknown>,
	id: IDataObject,
): Parameters => ({
	[`${name}Fields`]: { ...fieldsIn(name, form), messageVariationId: id },
});

const formOf = (name: string, form: Record<string, unknown>): Parameters => ({
	...messageForm(),
	channels: [name],
	...(variationIn(name, form) === undefined ? {} : tracked(SAMPLE_CAMPAIGN)),
	...(form as Parameters),
});

const bodyFor = (key: string, wire: Record<string, unknown>): IDataObject => ({
	external_user_ids: ['user-001'],
	...(wire.message_variation_id === undefined ? {} : { campaign_id: SAMPLE_CAMPAIGN }),
	messages: { [key]: wire as IDataObject },
});

test.each(sampleMessages)('$name is sent: $what', async ({ name, form, wire }) => {
	const { error } = await bench.run({
		parameters: formOf(name, form),
		items: userItems(1),
		settings,
	});
	expect(error).toBeUndefined();
	const { body, response, accepted } = bench.onlyRequest();
	expect(body).toEqual(bodyFor(find(name).wireKey, wire));
	expect({ accepted, response }).toEqual({ accepted: true, response: expect.anything() });
	const toUser = bench.sandbox.deliveries.filter(({ userId }) => userId === 'user-001');
	expect(toUser).toMatchObject([{ content: wire }]);
});

const scheduled = sampleMessages.filter(({ name }) => find(name).scheduleWireKey !== null);

test.each(scheduled)('$name is scheduled: $what', async ({ name, form, wire }) => {
	const { error } = await bench.run({
		parameters: {
			...formOf(name, form),
			resource: 'schedule',
			operation: 'createMessage',
			time: '2099-01-31T09:00:00Z',
		},
		items: userItems(1),
		settings,
	});
	expect(error).toBeUndefined();
	const { scheduleWireKey, wireKey } = find(name);
	const { body, accepted } = bench.onlyRequest();
	expect(body).toEqual({
		...bodyFor(scheduleWireKey ?? wireKey, wire),
		schedule: { time: '2099-01-31T09:00:00Z' },
	});
	expect(accepted).toBe(true);
});

describe('counted under the variation of a campaign', () => {
	const { variations: seeded } = seed.campaigns[0];
	const channels = Object.entries(seeded).map(([variation, key]) => {
		const sample = sampleMessages.find(({ name, form }) => {
			const { wireKey } = find(name);
			return wireKey === key && variationIn(name, form) === undefined;
		});
		if (!sample) throw new Error(`no sample of ${key} without a variation`);
		return { ...sample, key, variation };
	});

	test.each(channels)('$name', async ({ name, form, wire, key, variation }) => {
		const { error } = await bench.run({
			parameters: {
				...formOf(name, form),
				...tracked(API_CAMPAIGN),
				...withVariation(name, form, byId(variation)),
			},
			items: userItems(1),
			settings,
		});
		expect(error).toBeUndefined();
		expect(bench.onlyRequest()).toMatchObject({
			accepted: true,
			body: {
				campaign_id: API_CAMPAIGN,
				messages: { [key]: { ...wire, message_variation_id: variation } },
			},
		});
	});

	test.each(channels)('$name, which is refused without it', async ({ name, form }) => {
		const { error } = await bench.run({
			parameters: {
				...formOf(name, form),
				...tracked(API_CAMPAIGN),
				...withVariation(name, form, byId('={{ "" }}')),
			},
			items: userItems(1),
			settings,
		});
		expect(error?.message).toContain("Message Variation' is empty");
		expect(bench.sandbox.requests).toEqual([]);
	});
});
