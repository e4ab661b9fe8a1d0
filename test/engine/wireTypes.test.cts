import type { IDataObject } from 'n8n-workflow';

import {
	campaignForm,
	canvasForm,
	failuresIn,
	messageForm,
	openBench,
	toErrorOutput,
	type Parameters,
} from './support.cts';

const bench = openBench();

const valueOfItem = '={{ $json.value }}';
const pasted = messageForm({ channels: ['json'], messagesJson: valueOfItem });
const filtered = messageForm({ audience: 'json', audienceJson: valueOfItem });
const recipients = { sendTo: 'recipientObjects', recipients: '={{ [$json.value] }}' };
const activity: Parameters = {
	resource: 'liveActivity',
	operation: 'update',
	appId: 'app-1',
	activityId: 'activity-1',
	contentStateSource: 'json',
	contentStateJson: '{}',
	notificationJson: valueOfItem,
};

/** One run, whose items each give a value. */
async function runOf(parameters: Parameters, values: unknown[]) {
	const items = values.map((value) => ({ id: 'user-001', value })) as IDataObject[];
	return await bench.run({ parameters, items, node: toErrorOutput });
}

const push = (more: IDataObject) => ({ apple_push: { alert: 'A', ...more } });
const android = (more: IDataObject) => ({ android_push: { alert: 'A', title: 'T', ...more } });
const kindle = (more: IDataObject) => ({ kindle_push: { alert: 'A', title: 'T', ...more } });
const email = (more: IDataObject) => ({
	email: { app_id: 'a', from: 'hello@example.com', body: 'B', ...more },
});
const sms = (more: IDataObject) => ({
	sms: { app_id: 'a', subscription_group_id: 'g', body: 'B', ...more },
});
const card = (more: IDataObject) => ({
	content_card: { type: 'CLASSIC', title: 'T', description: 'D', ...more },
});
const whatsApp = (message: IDataObject) => ({
	whats_app: {
		app_id: 'a',
		subscription_group_id: 'g',
		message_type: 'template_message',
		message: { template_name: 't', template_language_code: 'en', ...message },
	},
});
const soon = new Date(Date.now() + 86_400_000).toISOString();
const attribute = (comparison: string, value?: unknown, name: unknown = 'a') => ({
	custom_attribute: { custom_attribute_name: name, comparison, value },
});
const group = (state: unknown) => ({
	external_user_id: 'a',
	attributes: {
		subscription_groups: [{ subscription_group_id: 'g', subscription_state: state }],
	},
});
const large = { a: 'x'.repeat(51_193) };

type Case = [value: unknown, refusal: string];

const refused: Array<[what: string, parameters: Parameters, cases: Case[]]> = [
	[
		'messages',
		pasted,
		[
			[push({ badge: 1.5 }), "Badge' must be a whole number but is 1.5"],
			[push({ badge: '' }), "Badge' must be a number"],
			[push({ alert: ' ' }), "'Apple Push Alert' is empty"],
			[push({ expiry: 'tomorrow' }), "Expiry' is no date that can be read"],
			[push({ expiry: '' }), "Expiry' is no date that can be read"],
			[push({ expiry: '1893456000' }), "Expiry' is no date that can be read"],
			[push({ expiry: '2030-02-30T09:00:00' }), "Expiry' is no date that can be read"],
			[push({ asset_file_type: '' }), "Asset File Type' cannot be"],
			[push({ buttons: { action_id: 'a' }, category: 'c' }), "Buttons' must be a list"],
			[
				{ apple_push: { alert: { body: 'B', loc_args: ['x', 1] } } },
				"Body Localization Values 2' must be text but is the number 1",
			],
			[android({ accent_color: 1.5 }), "Accent Color' must be a whole number"],
			[android({ notification_id: 1.5 }), "Notification ID' must be a whole number"],
			[android({ send_to_sync: 'true' }), "send_to_sync' must be true or false"],
			[android({ conversation_data: [] }), "Conversation' must be an object"],
			[android({ extra: '' }), "Extra' must be an object"],
			[kindle({ also_send_to: [{ app_id: 'a', tokens: [] }] }), "Tokens' is empty"],
			[kindle({ also_send_to: [{ app_id: 'a', tokens: [''] }] }), "Tokens 1' is empty"],
			[email({ also_send_to: ['x'] }), 'Also Send To (Legacy) 1\' is "x"'],
			[sms({ media_items: [{ url: 'x' }] }), "Media Items 1' must be text"],
			[card({ time_to_live: 1.5 }), "Time to Live' must be a whole number"],
			[card({ expire_at: soon, expire_in_local_time: 1 }), "expire_in_local_time' must be true"],
			[card({ expire_at: soon, time_to_live: 60 }), "Expire At' is given besides Time to Live"],
			[
				card({ time_to_live: 60, expire_in_local_time: true }),
				"expire_in_local_time' is true without a time",
			],
			[whatsApp({ body_variables: { '0': 5 } }), "Body Variables 0' must be text"],
			[whatsApp({ body_variables: { first: 'x' } }), 'has the key "first", which is no position'],
			[whatsApp({ header_variables: '' }), "Header Variable' must be an object"],
		],
	],
	[
		'audiences',
		filtered,
		[
			[attribute('equals', ['x']), "value' must be one value"],
			[attribute('greater_than', '5'), 'value\' must be a number but is "5"'],
			[attribute('matches_regex', 5), "value' must be a text but is the number 5"],
			[attribute('is_any_of', [1]), "value' must be a text or a list of texts"],
			[attribute('does_not_include_value', ['x', 'y']), "value' must be a text"],
			[attribute('does_not_equal', 'x'), "value' must be true or false"],
			[attribute('exists', 'gold'), "value' is given, and exists compares with none"],
			[attribute('less_than_x_days_ago'), "value' is empty"],
			[attribute('after', '1893456000'), 'Braze reads ISO 8601 alone'],
			[attribute('equals', 'x', 5), "custom_attribute_name' must be text but is the number 5"],
			[{ push_subscription_status: { comparison: 'is' } }, "value' is empty"],
		],
	],
	[
		'recipients of a campaign',
		campaignForm(recipients),
		[
			[group('Subscribed'), 'Give one of subscribed, unsubscribed'],
			[group(''), "subscription_state' "],
			[
				{ external_user_id: 'a', prioritization: 'identified' },
				"Prioritization' must be a list but is",
			],
			[{ user_alias: [{ alias_name: 'a', alias_label: 'b' }] }, "User Alias' must be an object"],
		],
	],
	[
		'recipients of a Canvas',
		canvasForm(recipients),
		[
			[{ external_user_id: 'a', canvas_entry_properties: large }, 'has 51201 bytes'],
			[{ external_user_id: 'a', canvas_entry_properties: [] }, 'must be an object'],
			[
				{ external_user_id: 'a', canvas_entry_properties: {}, context: {} },
				"canvas_entry_properties' is the older name of context",
			],
		],
	],
	[
		'the older context for all',
		canvasForm({ additionalFields: { additionalJson: valueOfItem } }),
		[[{ canvas_entry_properties: large }, 'has 51201 bytes']],
	],
	[
		'the notification of a Live Activity',
		activity,
		[
			[push({ badge: '3' }).apple_push, "'Notification JSON > Badge' must be a number"],
			[push({ interruption_level: 'urgent' }).apple_push, "Interruption Level' cannot be"],
			[push({ extra: { aps: 1 } }).apple_push, 'uses the key "aps"'],
			[push({ sound: 'x'.repeat(1_912) }).apple_push, 'Braze takes at most 1912'],
			[{ sound: 'default' }, "'Notification Body' is empty"],
		],
	],
	[
		'the properties of a transactional email',
		{
			resource: 'transactionalEmail',
			operation: 'send',
			campaignId: { __rl: true, mode: 'id', value: 'c' },
			externalUserId: 'user-001',
			triggerPropertiesSource: 'json',
			triggerPropertiesJson: valueOfItem,
		},
		[[large, 'has 51201 bytes and Braze takes at most 51200']],
	],
];

test.each(refused)('%s of another type are refused by name', async (_what, parameters, cases) => {
	const values = cases.map(([value]) => value);
	const { output } = await runOf(parameters, values);
	const failures = failuresIn(output[1]);
	cases.forEach(([, words], index) => expect(failures[index]).toContain(words));
	expect(failures).toHaveLength(cases.length);
	expect(bench.sandbox.requests).toEqual([]);
});

const taken: Array<[what: string, parameters: Parameters, values: unknown[]]> = [
	[
		'messages',
		pasted,
		[
			push({ badge: 0, expiry: '2030-01-31T09:00:00+0000', relevance_score: 0.5 }),
			push({ expiry: '{{ custom_attribute.${until} }}', extra: {} }),
			{ apple_push: { alert: { body: 'B', loc_args: [''] }, extra: { n: 1, no: false, e: '' } } },
			{ apple_push: { 'content-available': true, expiry: '2030-01-31' } },
			android({ send_to_sync: false, notification_id: 0, accent_color: 0, time_to_live: 0 }),
			android({ alert: 'x'.repeat(3_993), extra: { a: 1 } }),
			{ android_push: { send_to_sync: true } },
			email({ reply_to: 'NO_REPLY_TO', also_send_to: ['one@example.com'], headers: {} }),
			sms({ media_items: [], link_shortening_enabled: false }),
			card({ time_to_live: 2_592_000 }),
			card({ expire_at: soon, expire_in_local_time: false }),
			whatsApp({ body_variables: { '0': '', '2': '5' } }),
			{ webhook: { url: 'https://example.com', request_method: 'GET', body: { n: 1 } } },
		],
	],
	[
		'audiences',
		filtered,
		[
			attribute('equals', 0),
			attribute('not_equal', false),
			attribute('does_not_equal', true),
			attribute('equals', '5'),
			attribute('is_any_of', 'x'),
			attribute('includes_value', ['1001', '1002']),
			attribute('after', '2030-01-31T09:00:00+0000'),
			attribute('greater_than_x_days_ago', 0),
		],
	],
];

test.each(taken)('%s at the edge of what Braze takes leave as given', async (_, form, values) => {
	const { output } = await runOf(form, values);
	expect(failuresIn(output[1])).toEqual([]);
	expect(bench.sandbox.requests.map(({ accepted }) => accepted)).toEqual(values.map(() => true));
	const key = form === pasted ? 'messages' : 'audience';
	const sent = bench.bodies().map((body) => JSON.stringify(body[key]));
	expect(sent.sort()).toEqual(values.map((value) => JSON.stringify(value)).sort());
});

test('an alert of text alone goes with the update of a Live Activity', async () => {
	const notifications = [{ alert: 'Landed' }, { 'content-available': true }];
	const { output } = await runOf(activity, notifications);
	expect(failuresIn(output[1])).toEqual([]);
	expect(bench.bodies().map(({ notification }) => notification)).toEqual(notifications);
});
