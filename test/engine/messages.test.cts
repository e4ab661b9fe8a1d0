import type { IDataObject } from 'n8n-workflow';

import { readSeed } from '../../sandbox/sandbox.cts';
import { objectOfMessageKey } from '../../sandbox/schemas/index.cts';
import { applePush } from '../unit/messages/samples/applePush.cts';
import { content } from '../unit/messages/samples/content.cts';
import { legacy } from '../unit/messages/samples/legacy.cts';
import { push } from '../unit/messages/samples/push.cts';
import { whatsApp } from '../unit/messages/samples/whatsApp.cts';
import { find } from '../unit/messages/support.cts';
import { furtherSamples } from './furtherSamples.cts';
import {
	API_CAMPAIGN,
	byId,
	messageForm,
	NOW,
	openBench,
	userItems,
	type Parameters,
} from './support.cts';

const samples = [...applePush, ...push, ...content, ...whatsApp, ...legacy, ...furtherSamples];
const settings = { timezone: 'Europe/Berlin' };
const CAMPAIGN = 'c5000000-0000-4000-8000-000000000001';

/** What the samples name of a workspace: the variations of a campaign, by ID and channel, and templates. */
const variations = Object.fromEntries(
	samples.flatMap(([, { name, wire }]) =>
		typeof wire.message_variation_id === 'string'
			? [[wire.message_variation_id, objectOfMessageKey[find(name).wireKey]]]
			: [],
	),
);
const templates = samples.flatMap(([, { wire }]) => wire.email_template_id ?? []) as string[];

const seed = readSeed();
const bench = openBench({
	now: NOW,
	seed: {
		...seed,
		campaigns: [...seed.campaigns, { id: CAMPAIGN, name: 'Samples', kind: 'api', variations }],
		email_templates: [
			...seed.email_templates,
			...[...new Set(templates)].map((id) => ({ email_template_id: id, template_name: id })),
		],
	},
});

const formOf = (name: string, form: Record<string, unknown>): Parameters => ({
	...messageForm(),
	channels: [name],
	campaignId: byId(form[`${name}MessageVariationId`] === undefined ? '' : CAMPAIGN),
	...(form as Parameters),
});

const bodyFor = (key: string, wire: Record<string, unknown>): IDataObject => ({
	external_user_ids: ['user-001'],
	...(wire.message_variation_id === undefined ? {} : { campaign_id: CAMPAIGN }),
	messages: { [key]: wire as IDataObject },
});

/** Braze's documents leave open what becomes of a file whose web address has no ending; the sandbox refuses it. */
const withEnding = ({ url }: { url?: string }): boolean => !url?.endsWith('/download');

function withoutOpenQuestions(values: Record<string, unknown>): Record<string, unknown> {
	const text = JSON.stringify(values, (_key, value: unknown) =>
		Array.isArray(value) ? value.filter(withEnding) : value,
	);
	return JSON.parse(text) as Record<string, unknown>;
}

const titled = samples.map(([what, { name, form, wire }]) => ({
	what,
	name,
	form: withoutOpenQuestions(form),
	wire: withoutOpenQuestions(wire),
}));

test.each(titled)('$name is sent: $what', async ({ name, form, wire }) => {
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

const scheduled = titled.filter(({ name }) => find(name).scheduleWireKey !== null);

test.each(scheduled)('$name is scheduled: $what', async ({ name, form, wire }) => {
	const { error } = await bench.run({
		parameters: {
			...formOf(name, form),
			resource: 'schedule',
			operation: 'create',
			scheduleType: 'message',
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
		const sample = titled.find(({ name, form }) => {
			const { wireKey } = find(name);
			return wireKey === key && form[`${name}MessageVariationId`] === undefined;
		});
		if (!sample) throw new Error(`no sample of ${key} without a variation`);
		return { ...sample, key, variation };
	});

	test.each(channels)('$name', async ({ name, form, wire, key, variation }) => {
		const { error } = await bench.run({
			parameters: {
				...formOf(name, form),
				campaignId: byId(API_CAMPAIGN),
				[`${name}MessageVariationId`]: byId(variation),
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
				campaignId: byId(API_CAMPAIGN),
				[`${name}MessageVariationId`]: byId('={{ "" }}'),
			},
			items: userItems(1),
			settings,
		});
		expect(error?.message).toContain("Message Variation' is empty");
		expect(bench.sandbox.requests).toEqual([]);
	});
});
