import type { IDataObject } from 'n8n-workflow';

import { hasPath, sampleMessages, sampleSeed, SAMPLE_CAMPAIGN } from '../engine/sampleMessages.cts';
import {
	ALL_USERS,
	campaignForm,
	canvasForm,
	messageForm,
	NOW,
	openBench,
	SEND_ID,
	TRIGGERED_CAMPAIGN,
	type Parameters,
} from '../engine/support.cts';
import { find } from '../unit/messages/support.cts';

/** The bodies of the two original documents, pasted as they stand there, with the placeholders filled in. */
const bench = openBench({ now: NOW, seed: sampleSeed() });

const users = ['external user id 1', 'external user id 2'];
const listed: Parameters = { sendTo: 'userList', externalUserIds: users.join(', ') };
const everyone: Parameters = { sendTo: 'audience', broadcast: true };
const time = '2099-02-20T13:14:47';

const pasted = (body: unknown, more: Parameters = listed): Parameters =>
	messageForm({ channels: ['json'], messagesJson: JSON.stringify(body, null, 3), ...more });
const scheduled = (form: Parameters, operation: string, delivery: string): Parameters => ({
	...form,
	resource: 'schedule',
	operation,
	time,
	delivery,
});

async function sentBy(parameters: Parameters): Promise<unknown> {
	const { error } = await bench.run({ parameters, items: [{}] });
	expect(error).toBeUndefined();
	expect(bench.onlyRequest()).toMatchObject({ accepted: true });
	return bench.onlyRequest().body;
}

const push = {
	android_push: { alert: 'your message', title: 'your message title' },
	apple_push: { alert: 'your message', badge: 1 },
};
const attribute = (name: string, comparison: string, value?: unknown): IDataObject =>
	({
		custom_attribute: { custom_attribute_name: name, comparison, value },
	}) as unknown as IDataObject;
const filters: IDataObject[] = [
	attribute('eye_color', 'equals', 'blue'),
	attribute('favorite_foods', 'includes_value', 'pizza'),
	attribute('last_purchase_time', 'less_than_x_days_ago', 2),
	{ push_subscription_status: { comparison: 'is', value: 'opted_in' } },
	{ email_subscription_status: { comparison: 'is_not', value: 'subscribed' } },
	{ last_used_app: { comparison: 'after', value: '2019-07-22T13:17:55+0000' } },
];
const combined: IDataObject = {
	AND: [filters[0], { OR: [filters[1], filters[2]] }, ...filters.slice(3)],
};

test('the messages of the examples in Python, Ruby and PHP', async () => {
	expect(await sentBy(pasted({ messages: push }))).toEqual({
		external_user_ids: users,
		messages: push,
	});
});

test('every key of a send beside its messages', async () => {
	const body = {
		segment_id: ALL_USERS,
		campaign_id: SAMPLE_CAMPAIGN,
		override_frequency_capping: true,
		recipient_subscription_state: 'opted_in',
		audience: combined,
		messages: { email: { ...emailOf(), message_variation_id: variationOf('email') } },
	};
	expect(await sentBy(pasted(body))).toEqual({ external_user_ids: users, ...body });
});

test('every key of a schedule beside its messages', async () => {
	const body = {
		segment_id: ALL_USERS,
		override_messaging_limits: false,
		recipient_subscription_state: 'all',
		messages: push,
	};
	const schedules: Array<[string, IDataObject]> = [
		['inLocalTime', { time, in_local_time: true }],
		['atOptimalTime', { time, at_optimal_time: true }],
	];
	for (const [delivery, schedule] of schedules) {
		bench.sandbox.requests.length = 0;
		const form = scheduled(pasted(body), 'createMessage', delivery);
		expect(await sentBy(form)).toEqual({ external_user_ids: users, schedule, ...body });
	}
});

const emailOf = (): IDataObject => ({
	app_id: 'your app id',
	subject: 'your subject',
	from: 'Display Name <email@address.com>',
	reply_to: 'email@address.com',
	body: '<p>your message</p>',
});
const variationOf = (channel: string): string => {
	const campaign = sampleSeed().campaigns.find(({ id }) => id === SAMPLE_CAMPAIGN);
	const [id] = Object.entries(campaign?.variations ?? {}).find(([, key]) => key === channel) ?? [];
	return id ?? '';
};

test.each(
	sampleMessages.map((sample): [string, (typeof sampleMessages)[number]] => [sample.what, sample]),
)('the message object of %s, pasted', async (_what, { name, wire }) => {
	const messages = { [find(name).wireKey]: wire };
	const body = hasPath(wire as IDataObject, 'message_variation_id')
		? { campaign_id: SAMPLE_CAMPAIGN, messages }
		: { messages };
	expect(await sentBy(pasted(body))).toEqual({ external_user_ids: users, ...body });
});

test.each([...filters, combined])('the audience %j', async (audience) => {
	const json = { audience: 'json', audienceJson: JSON.stringify(audience, null, 2) };
	expect(await sentBy(campaignForm({ ...everyone, ...json }))).toEqual({
		campaign_id: TRIGGERED_CAMPAIGN,
		broadcast: true,
		audience,
	});
	bench.sandbox.requests.length = 0;
	const body = { audience, messages: push };
	expect(await sentBy(pasted(body, everyone))).toEqual({ broadcast: true, ...body });
});

describe('the recipients of', () => {
	const properties = { product_name: 'shoes', product_price: 79.99 };
	const own = { product_name: 'hats' };
	const alias = { alias_name: 'name', alias_label: 'label' };
	const recipients = (key: string): IDataObject[] => [
		{ external_user_id: 'a', [key]: own },
		{ user_alias: alias },
	];
	const objects = (key: string): Parameters => ({
		sendTo: 'recipientObjects',
		recipients: JSON.stringify(recipients(key)),
	});

	test('a campaign', async () => {
		const form = campaignForm({
			...objects('trigger_properties'),
			triggerPropertiesSource: 'json',
			triggerPropertiesJson: JSON.stringify(properties),
			audience: 'json',
			audienceJson: JSON.stringify(combined),
			additionalFields: { sendId: SEND_ID },
		});
		expect(await sentBy(form)).toEqual({
			campaign_id: TRIGGERED_CAMPAIGN,
			send_id: SEND_ID,
			trigger_properties: properties,
			audience: combined,
			recipients: recipients('trigger_properties'),
		});
	});

	test('a Canvas, whose properties are called context today', async () => {
		const form = canvasForm({
			...objects('context'),
			contextSource: 'json',
			contextJson: JSON.stringify(properties),
		});
		expect(await sentBy(form)).toMatchObject({
			context: properties,
			recipients: recipients('context'),
		});
	});
});

test.each(['api_key', 'app_group_id'])(
	'the authentication of then, %s, is refused',
	async (key) => {
		const { error } = await bench.run({
			parameters: pasted({ [key]: 'X', messages: push }),
			items: [{}],
		});
		expect(error?.message).toContain(`holds "${key}"`);
		expect(bench.sandbox.requests).toEqual([]);
	},
);

test.each([
	['windows_push', 'windows_phone8_push', { toast_content: 'your message' }],
	['windows8_push', 'windows_universal_push', { push_type: 'toast_text_01', toast_text1: 'x' }],
])('the channel %s has another name today, which is told', async (old, today, message) => {
	const { error } = await bench.run({
		parameters: pasted({ messages: { [old]: message } }),
		items: [{}],
	});
	expect(`${error?.message} ${error?.description}`).toContain(today);
	expect(bench.sandbox.requests).toEqual([]);
});
