import { MAX_APPLE_PUSH_BYTES } from '../../limits.cts';
import {
	boolean,
	dateTime,
	has,
	holds,
	identifier,
	integer,
	list,
	object,
	oneOf,
	string,
	type JsonSchema,
} from '../json-schema.cts';
import type { Problem } from '../validate.cts';
import { jsonBytes, type MessageObject } from './message-object.cts';
import { alsoSendToApple } from './tokens.cts';

const OPENS = ['OPEN_APP', 'URI', 'DEEP_LINK'];

/** The button sets the Braze SDK brings along, and what each button may do. Braze docs. */
const DEFAULT_CATEGORIES: Record<string, Record<string, string[]>> = {
	ab_cat_accept_decline: { ab_pb_accept: OPENS, ab_pb_decline: ['CLOSE'] },
	ab_cat_yes_no: { ab_pb_yes: OPENS, ab_pb_no: ['CLOSE'] },
	ab_cat_confirm_cancel: { ab_pb_confirm: OPENS, ab_pb_cancel: ['CLOSE'] },
	ab_cat_more: { ab_pb_more: OPENS },
};

const alert: JsonSchema = {
	...object('apple_push_alert', {
		body: string,
		title: string,
		title_loc_key: string,
		title_loc_args: list(string),
		action_loc_key: string,
		loc_key: string,
		loc_args: list(string),
		sound: string,
	}),
	type: ['string', 'object'],
};

const button = object(
	'apple_push_action_button',
	{
		action_id: identifier,
		action: oneOf('OPEN_APP', 'URI', 'DEEP_LINK', 'CLOSE'),
		uri: string,
		use_webview: boolean,
	},
	['action_id'],
	{
		if: holds('action', 'URI', 'DEEP_LINK'),
		then: { required: ['uri'], because: 'with the action URI or DEEP_LINK' },
	},
);

const customCategoryButton: JsonSchema = {
	required: ['action', 'uri'],
	properties: { action: oneOf('URI', 'DEEP_LINK') },
	because: 'with a category of your own',
};

const schema = object(
	'apple_push',
	{
		badge: integer,
		alert,
		sound: string,
		extra: {
			type: 'object',
			properties: { ab: false, aps: false },
			brazeErrors: { type: 'Invalid Extra Push Payload' },
		},
		'content-available': boolean,
		interruption_level: oneOf('passive', 'active', 'time-sensitive', 'critical'),
		relevance_score: { type: 'number', minimum: 0, maximum: 1 },
		expiry: dateTime,
		time_to_live: dateTime,
		custom_uri: string,
		use_webview: boolean,
		message_variation_id: string,
		notification_group_thread_id: string,
		asset_url: string,
		asset_file_type: oneOf('aif', 'gif', 'jpg', 'm4a', 'mp3', 'mp4', 'png', 'wav'),
		collapse_id: string,
		mutable_content: boolean,
		send_to_most_recent_device_only: boolean,
		category: identifier,
		buttons: list(button),
		apns_priority: { type: 'integer', minimum: 1, maximum: 10 },
		also_send_to: alsoSendToApple,
	},
	[],
	{
		allOf: [
			{
				if: holds('content-available', true),
				else: {
					required: ['alert'],
					properties: {
						alert: { required: ['body'], because: 'unless content-available is true' },
					},
					because: 'unless content-available is true',
				},
			},
			{
				if: has('asset_url'),
				then: { required: ['asset_file_type'], because: 'with asset_url' },
			},
			{
				if: has('buttons'),
				then: { required: ['category'], because: 'with buttons' },
			},
			{
				if: {
					required: ['category'],
					properties: { category: { enum: Object.keys(DEFAULT_CATEGORIES) } },
				},
				else: {
					if: has('category'),
					then: { properties: { buttons: { items: customCategoryButton } } },
				},
			},
		],
	},
);

interface ApplePush {
	category?: string;
	buttons?: Array<{ action_id: string; action?: string }>;
	also_send_to?: unknown;
}

function buttonProblems(push: ApplePush, path: string): Problem[] {
	const category = DEFAULT_CATEGORIES[push.category ?? ''];
	if (!category) return [];
	return (push.buttons ?? []).flatMap(({ action_id: id, action }, index) => {
		const at = `${path}.buttons[${index}]`;
		if (!category[id]) {
			const ids = Object.keys(category).join(', ');
			return [{ detail: `${at}.action_id must be one of ${ids} in ${push.category}` }];
		}
		if (action && !category[id].includes(action)) {
			return [{ detail: `${at}.action must be one of ${category[id].join(', ')} for ${id}` }];
		}
		return [];
	});
}

export const applePush: MessageObject<ApplePush> = {
	schema,
	rules(push, { path }) {
		const problems = buttonProblems(push, path);
		const { also_send_to: _tokens, ...payload } = push;
		const bytes = jsonBytes(payload);
		if (bytes > MAX_APPLE_PUSH_BYTES) {
			problems.push({
				title: 'Apple Push Length Exceeded',
				detail: `${path} has ${bytes} bytes, ${MAX_APPLE_PUSH_BYTES} are allowed`,
			});
		}
		return problems;
	},
};
