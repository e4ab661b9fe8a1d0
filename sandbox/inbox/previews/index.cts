import { channelOf } from '../../schemas/messages/messages.cts';
import { Fields } from '../fields.cts';
import { sms, whatsApp } from './chat.cts';
import { email } from './email.cts';
import { contentCard, inAppMessage, webhook } from './in-product.cts';
import type { Preview } from './preview.cts';
import {
	androidPush,
	applePush,
	kindlePush,
	webPush,
	windowsPhonePush,
	windowsPush,
} from './push.cts';

interface Message {
	label: string;
	draw(fields: Fields): Preview;
}

const MESSAGES = new Map<string, Message>([
	['apple_push', { label: 'Apple push', draw: applePush }],
	['android_push', { label: 'Android push', draw: androidPush }],
	['kindle_push', { label: 'Kindle push', draw: kindlePush }],
	['web_push', { label: 'Web push', draw: webPush }],
	['windows_universal_push', { label: 'Windows push', draw: windowsPush }],
	['windows_phone8_push', { label: 'Windows Phone 8 push', draw: windowsPhonePush }],
	['email', { label: 'Email', draw: email }],
	['sms', { label: 'SMS', draw: sms }],
	['whats_app', { label: 'WhatsApp', draw: whatsApp }],
	['content_card', { label: 'Content card', draw: contentCard }],
	['in_app_message', { label: 'In-app message', draw: inAppMessage }],
	['webhook', { label: 'Webhook', draw: webhook }],
]);

/** What can be looked for, by key, with its word for people; triggers count as channels. */
export const CHANNELS: ReadonlyMap<string, string> = new Map([
	...[...MESSAGES].map(([key, { label }]) => [key, label] as const),
	['campaign', 'Campaign trigger'] as const,
	['canvas', 'Canvas trigger'] as const,
]);

/** The word for a channel or a trigger, or its key where there is none. */
export function labelOf(channel: string): string {
	return CHANNELS.get(channelOf(channel)) ?? channel;
}

/** A message as a person would see it, with what is left of it. */
export function previewOf(channel: string, message: unknown): Preview {
	const fields = new Fields(message);
	const preview = MESSAGES.get(channelOf(channel))?.draw(fields) ?? { look: 'other' as const };
	return { ...preview, rest: [...(preview.rest ?? []), ...fields.facts()] };
}

/** What personalizes a campaign or a Canvas, property by property. */
export function triggerPreview(name: string, content: unknown, channels: string[]): Preview {
	const fields = new Fields(content);
	const properties = ['trigger_properties', 'context'].flatMap((key) => fields.object(key).facts());
	return {
		look: 'trigger',
		title: name,
		text: channels.length > 0 ? `Sent as ${channels.map(labelOf).join(', ')}` : undefined,
		facts: properties,
		footer: properties.length > 0 ? undefined : 'No properties',
		rest: fields.facts(),
	};
}
