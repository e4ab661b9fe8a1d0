import { MAX_ANDROID_PUSH_BYTES, MAX_ANDROID_TIME_TO_LIVE } from '../../limits.cts';
import {
	boolean,
	holds,
	identifier,
	integer,
	list,
	object,
	oneOf,
	string,
} from '../json-schema.cts';
import type { Problem } from '../validate.cts';
import { jsonBytes, type MessageObject } from './message-object.cts';
import { alsoSendTo } from './tokens.cts';

const button = object(
	'android_push_action_button',
	{
		text: identifier,
		action: oneOf('OPEN_APP', 'URI', 'DEEP_LINK', 'CLOSE'),
		uri: string,
		use_webview: boolean,
	},
	['text'],
	{
		if: holds('action', 'URI', 'DEEP_LINK'),
		then: { required: ['uri'], because: 'with the action URI or DEEP_LINK' },
	},
);

const conversation = object(
	'android_conversation_push',
	{
		shortcut_id: identifier,
		reply_person_id: identifier,
		messages: list(
			object(
				'android_conversation_message',
				{ text: string, timestamp: integer, person_id: identifier },
				['text', 'timestamp', 'person_id'],
			),
		),
		persons: list(
			object('android_conversation_person', { id: identifier, name: string }, ['id', 'name']),
		),
	},
	['shortcut_id', 'reply_person_id', 'messages', 'persons'],
);

const schema = object(
	'android_push',
	{
		alert: string,
		title: string,
		extra: { type: 'object', brazeErrors: { type: 'Invalid Extra Push Payload' } },
		message_variation_id: string,
		notification_channel_id: string,
		// Braze takes any number here and turns one outside -2..2 into 0.
		priority: integer,
		android_priority: oneOf('normal', 'high'),
		send_to_sync: boolean,
		collapse_key: string,
		sound: string,
		custom_uri: string,
		use_webview: boolean,
		summary_text: string,
		delay_while_idle: boolean,
		time_to_live: { type: 'integer', minimum: 0, maximum: MAX_ANDROID_TIME_TO_LIVE },
		// The field list says integer, one of Braze's own examples sends a string.
		notification_id: { type: ['integer', 'string'] },
		push_icon_image_url: string,
		accent_color: integer,
		send_to_most_recent_device_only: boolean,
		buttons: list(button),
		conversation_data: conversation,
		also_send_to: alsoSendTo,
	},
	[],
	{
		if: holds('send_to_sync', true),
		then: {
			properties: { alert: false, title: false },
		},
		else: { required: ['alert', 'title'], because: 'unless send_to_sync is true' },
	},
);

interface AndroidPush {
	alert?: string;
	extra?: object;
	conversation_data?: { messages: Array<{ person_id: string }>; persons: Array<{ id: string }> };
}

function conversationProblems(push: AndroidPush, path: string): Problem[] {
	const persons = new Set(push.conversation_data?.persons.map((person) => person.id));
	return (push.conversation_data?.messages ?? []).flatMap((message, index) =>
		persons.has(message.person_id)
			? []
			: [
					{
						detail: `${path}.conversation_data.messages[${index}].person_id must be the id of one of persons`,
					},
				],
	);
}

export const androidPush: MessageObject<AndroidPush> = {
	schema,
	rules(push, { path }) {
		const problems = conversationProblems(push, path);
		const bytes =
			Buffer.byteLength(push.alert ?? '', 'utf8') + (push.extra ? jsonBytes(push.extra) : 0);
		if (bytes > MAX_ANDROID_PUSH_BYTES) {
			problems.push({
				title: 'Android Push Length Exceeded',
				detail: `alert and extra of ${path} have ${bytes} bytes, ${MAX_ANDROID_PUSH_BYTES} are allowed`,
			});
		}
		return problems;
	},
};
