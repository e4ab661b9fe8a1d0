import { object, type JsonSchema, type Properties } from '../json-schema.cts';
import type { Problem } from '../validate.cts';
import { androidPush } from './android-push.cts';
import { applePush } from './apple-push.cts';
import { contentCard } from './content-card.cts';
import { email } from './email.cts';
import { inAppMessage } from './in-app-message.cts';
import { kindlePush } from './kindle-push.cts';
import type { MessageObject } from './message-object.cts';
import { sms } from './sms.cts';
import { webPush } from './web-push.cts';
import { webhook } from './webhook.cts';
import { whatsApp } from './whats-app.cts';
import { windowsPhone8Push, windowsUniversalPush } from './windows-push.cts';

/** Where a messages object stands: in /messages/send or in one of /messages/schedule/*. */
export type MessagesPlace = 'send' | 'schedule';

// The schema has let the message through before its rules see it, which is what makes this safe.
function anyMessage<Message>(message: MessageObject<Message>): MessageObject<unknown> {
	const { schema, rules } = message;
	return { schema, rules: rules && ((value, context) => rules(value as Message, context)) };
}

const everywhere: Record<string, MessageObject<unknown>> = {
	apple_push: anyMessage(applePush),
	android_push: anyMessage(androidPush),
	kindle_push: anyMessage(kindlePush),
	web_push: anyMessage(webPush),
	email: anyMessage(email),
	webhook: anyMessage(webhook),
	content_card: anyMessage(contentCard),
	sms: anyMessage(sms),
	windows_push: anyMessage(windowsPhone8Push),
	windows8_push: anyMessage(windowsUniversalPush),
	in_app_message: anyMessage(inAppMessage),
};

/** The message objects each place takes, by their key in `messages`. */
export const messageObjects: Record<MessagesPlace, Record<string, MessageObject<unknown>>> = {
	send: {
		...everywhere,
		whats_app: anyMessage(whatsApp),
		windows_phone8_push: anyMessage(windowsPhone8Push),
		windows_universal_push: anyMessage(windowsUniversalPush),
	},
	schedule: everywhere,
};

/** The channel of a message key, the same for both names of a Windows push. */
export function channelOf(messageKey: string): string {
	const aliases: Record<string, string> = {
		windows_push: 'windows_phone8_push',
		windows8_push: 'windows_universal_push',
	};
	return aliases[messageKey] ?? messageKey;
}

function messagesSchema(place: MessagesPlace): JsonSchema {
	const properties: Properties = {};
	for (const [key, message] of Object.entries(messageObjects[place])) {
		properties[key] = message.schema;
	}
	return object(`messages_${place}`, properties, [], {
		minProperties: 1,
		brazeErrors: { minProperties: 'No message to send' },
	});
}

/** The schema of `messages` in each place. */
export const messagesSchemas: Record<MessagesPlace, JsonSchema> = {
	send: messagesSchema('send'),
	schedule: messagesSchema('schedule'),
};

/** What the rules of each message say about messages the schema let through. */
export function messageProblems(
	place: MessagesPlace,
	messages: Record<string, unknown>,
	now: number,
): Problem[] {
	return Object.entries(messages).flatMap(([key, message]) => {
		const rules = messageObjects[place][key].rules;
		return rules ? rules(message, { path: `messages.${key}`, now }) : [];
	});
}
