import {
	messageKeys,
	messageObjectFields,
	objectOfMessageKey,
	requestFields,
} from '../../sandbox/schemas/index.cts';
import { everywhere, sendOnly } from './message-samples.cts';
import { whatsAppMessages } from './whats-app-samples.cts';

const samples: Record<string, unknown> = { ...everywhere, ...sendOnly };

test('the message keys of both places', () => {
	expect([...messageKeys.send].sort()).toEqual(Object.keys(samples).sort());
	expect([...messageKeys.schedule].sort()).toEqual(Object.keys(everywhere).sort());
	expect(objectOfMessageKey).toMatchObject({
		apple_push: 'apple_push',
		windows_push: 'windows_phone8_push',
		windows8_push: 'windows_universal_push',
	});
});

test('the table names every object and what is in it', () => {
	expect(Object.keys(messageObjectFields).sort()).toEqual(
		[
			'android_conversation_message',
			'android_conversation_person',
			'android_conversation_push',
			'android_push',
			'android_push_action_button',
			'apple_push',
			'apple_push_action_button',
			'apple_push_alert',
			'content_card',
			'email',
			'email_attachment',
			'in_app_message',
			'in_app_message_button',
			'kindle_push',
			'sms',
			'tokens',
			'web_push',
			'web_push_action_button',
			'webhook',
			'whats_app',
			'whats_app_carousel_response_card',
			'whats_app_carousel_response_message',
			'whats_app_cta_url_button',
			'whats_app_flow_button',
			'whats_app_flow_response_message',
			'whats_app_list',
			'whats_app_list_response_message',
			'whats_app_list_row',
			'whats_app_list_section',
			'whats_app_quick_reply_button',
			'whats_app_quick_reply_response_message',
			'whats_app_template_carousel_card',
			'whats_app_template_message',
			'whats_app_text_image_response_message',
			'whats_app_text_response_message',
			'windows_phone8_push',
			'windows_universal_push',
		].sort(),
	);
	expect(messageObjectFields.apple_push.alert).toEqual({
		types: ['string', 'object'],
		required: false,
		enum: undefined,
		objects: ['apple_push_alert'],
		free: false,
	});
	expect(messageObjectFields.whats_app.message.objects).toEqual(
		Object.keys(whatsAppMessages).map((type) => `whats_app_${type}`),
	);
	expect(messageObjectFields.email.headers).toMatchObject({ types: ['object'], free: true });
});

// A field that only ever stands without another one cannot be in the sample of its object.
const EXCLUSIVE = ['content_card.time_to_live'];

test('every field of every message object is in a sample', () => {
	const missing = messageKeys.send.flatMap((key) => {
		const fields = messageObjectFields[objectOfMessageKey[key]];
		const sample = samples[key] as object;
		return Object.keys(fields)
			.filter((field) => !(field in sample))
			.map((field) => `${key}.${field}`);
	});
	expect(missing).toEqual(EXCLUSIVE);
});

test('the table of requests has the objects around the messages', () => {
	expect(Object.keys(requestFields)).toEqual(
		expect.arrayContaining([
			'/messages/send',
			'campaign_recipient',
			'user_alias',
			'schedule',
			'custom_attribute',
		]),
	);
	expect(Object.keys(requestFields.canvas_recipient)).toContain('context');
	expect(Object.keys(requestFields.campaign_recipient)).toContain('trigger_properties');
	expect(requestFields['/canvas/trigger/send'].canvas_id).toMatchObject({ required: true });
});
