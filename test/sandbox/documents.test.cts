/**
 * The request bodies of the Appboy document and the Braze 2018 document, their placeholders filled
 * in, and the keys of authentication left out: the sandbox takes the Authorization header alone.
 */
import {
	API_CAMPAIGN,
	CANVAS,
	DAY,
	MEMBERS,
	openSandbox,
	SEND_ID,
	TRIGGERED_CAMPAIGN,
	type Client,
} from './support.cts';

let client: Client;
beforeEach(async () => {
	client = await openSandbox();
});
afterEach(() => client.sandbox.close());

const users = ['external user id 1', 'external user id 2'];
const push = {
	android_push: { alert: 'your message', title: 'your message title' },
	apple_push: { alert: 'your message', badge: 1 },
};
const slideup = { in_app_message: { message: 'your message' } };
const windows = {
	windows_push: { toast_content: 'your message' },
	windows8_push: { push_type: 'toast_text_01', toast_text1: 'your message' },
};
const email = {
	email: {
		app_id: 'your app id',
		from: 'Display Name <email@address.com>',
		reply_to: 'email@address.com',
		body: '<p>your message</p>',
	},
};
const webhook = { webhook: { url: 'https://example.com', request_method: 'POST', body: '{}' } };
const time = '2026-02-20T13:14:47';
const local = { time, in_local_time: true, at_optimal_time: false };

const blueEyes = {
	custom_attribute: { custom_attribute_name: 'eye_color', comparison: 'equals', value: 'blue' },
};
const pizza = {
	custom_attribute: {
		custom_attribute_name: 'favorite_foods',
		comparison: 'includes_value',
		value: 'pizza',
	},
};
const recent = {
	custom_attribute: {
		custom_attribute_name: 'last_purchase_time',
		comparison: 'less_than_x_days_ago',
		value: 2,
	},
};
const opted = { push_subscription_status: { comparison: 'is', value: 'opted_in' } };
const mail = { email_subscription_status: { comparison: 'is_not', value: 'subscribed' } };
const used = { last_used_app: { comparison: 'after', value: '2019-07-22T13:17:55+0000' } };
const audience = { AND: [blueEyes, pizza, { OR: [recent, opted] }, mail, used] };

test.each<[string, string, object]>([
	['Appboy: send to users', '/messages/send', { external_user_ids: users, messages: push }],
	[
		'Appboy: send everything it has',
		'/messages/send',
		{
			external_user_ids: users,
			segment_id: MEMBERS,
			override_frequency_capping: true,
			recipient_subscription_state: 'all',
			messages: { ...push, ...windows, ...slideup, ...email, kindle_push: push.android_push },
		},
	],
	[
		'Appboy: schedule',
		'/messages/schedule/create',
		{
			external_user_ids: users,
			segment_id: MEMBERS,
			override_messaging_limits: true,
			recipient_subscription_state: 'opted_in',
			schedule: local,
			messages: { ...push, ...windows, ...slideup, ...email, ...webhook },
		},
	],
	[
		'Appboy: trigger',
		'/campaigns/trigger/send',
		{ campaign_id: TRIGGERED_CAMPAIGN, external_user_ids: users },
	],
	[
		'Appboy: schedule a trigger',
		'/campaigns/trigger/schedule/create',
		{ campaign_id: TRIGGERED_CAMPAIGN, external_user_ids: users, schedule: local },
	],
	[
		'Braze 2018: send',
		'/messages/send',
		{
			broadcast: false,
			external_user_ids: users,
			user_aliases: [{ alias_name: 'name', alias_label: 'label' }],
			segment_id: MEMBERS,
			audience,
			campaign_id: API_CAMPAIGN,
			send_id: SEND_ID,
			messages: {
				windows_phone8_push: {
					toast_content: 'a',
					message_variation_id: 'windowsPhone8Push-110',
				},
				windows_universal_push: {
					push_type: 'toast_text_01',
					toast_text1: 'a',
					extra_launch_string: 'a=b',
					message_variation_id: 'windowsUniversalPush-111',
				},
				web_push: { alert: 'a', title: 'b', message_variation_id: 'webPush-104' },
			},
		},
	],
	[
		'Braze 2018: trigger a campaign',
		'/campaigns/trigger/send',
		{
			campaign_id: TRIGGERED_CAMPAIGN,
			send_id: SEND_ID,
			trigger_properties: { product_name: 'shoes', product_price: 79.99 },
			broadcast: false,
			audience,
			recipients: [
				{ external_user_id: 'a', trigger_properties: { product_name: 'hats' } },
				{ user_alias: { alias_name: 'name', alias_label: 'label' } },
			],
		},
	],
	[
		'Braze 2018: trigger a Canvas',
		'/canvas/trigger/send',
		{
			canvas_id: CANVAS,
			canvas_entry_properties: { product_name: 'shoes', product_price: 79.99 },
			broadcast: false,
			audience,
			recipients: [{ external_user_id: 'a', canvas_entry_properties: { product_name: 'hats' } }],
		},
	],
	[
		'Braze 2018: schedule a Canvas',
		'/canvas/trigger/schedule/create',
		{
			canvas_id: CANVAS,
			broadcast: true,
			canvas_entry_properties: { product_name: 'shoes' },
			schedule: { time, at_optimal_time: true },
		},
	],
	[
		'Braze 2018: a bare filter as audience',
		'/messages/send',
		{ audience: blueEyes, broadcast: true, messages: webhook },
	],
])('%s', async (_name, path, body) => {
	const answer = await client.post(path, body);
	expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
	expect(answer.body.message).toBe('success');
});

test.each(['app_group_id', 'api_key'])('the old authentication by %s is refused', async (key) => {
	const body = { [key]: 'x', external_user_ids: users, messages: push };
	expect(await client.post('/messages/send', body)).toMatchObject({ status: 400 });
});

test('an update without in_local_time sends in UTC, as both documents tell', async () => {
	const created = await client.post('/messages/schedule/create', {
		external_user_ids: ['user-001'],
		schedule: { time: '2026-02-20T13:14:47', in_local_time: true },
		messages: webhook,
	});
	await client.post('/messages/schedule/update', {
		schedule_id: created.body.schedule_id,
		schedule: { time: '2026-02-20T14:14:47' },
	});
	client.sandbox.clock.advance(60 * DAY);
	expect(client.sandbox.deliveries).toMatchObject([{ at: Date.UTC(2026, 1, 20, 14, 14, 47) }]);
});
