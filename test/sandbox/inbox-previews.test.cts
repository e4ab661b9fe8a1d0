import { previewOf } from '../../sandbox/inbox/previews/index.cts';
import type { Preview } from '../../sandbox/inbox/previews/preview.cts';
import { everywhere, sendOnly } from './message-samples.cts';
import { whatsAppOf } from './whats-app-samples.cts';

const samples: Record<string, unknown> = { ...everywhere, ...sendOnly };
const image = (what: string, name = 'a.png') => ({ what, address: `https://example.com/${name}` });

test.each<[string, Preview]>([
	[
		'apple_push',
		{
			look: 'apple',
			title: 'Title',
			text: 'Body',
			media: [image('Attachment')],
			buttons: [
				{ label: 'Accept', opens: 'https://example.com' },
				{ label: 'Decline', opens: 'CLOSE' },
			],
			opens: 'https://example.com',
		},
	],
	[
		'android_push',
		{
			look: 'android',
			title: 'Title',
			text: 'Text',
			footer: 'Summary',
			media: [image('Icon', 'i.png'), image('Image')],
			buttons: [{ label: 'Go', opens: 'app://x' }],
			colors: { accent: '#ff0000' },
			parts: [{ look: 'other', title: 'P', text: 'Hi' }],
		},
	],
	['kindle_push', { look: 'kindle', title: 'Title', text: 'Text', opens: 'https://example.com' }],
	['web_push', { look: 'web', title: 'Title', media: [image('Icon'), image('Image', 'b.png')] }],
	['windows_push', { look: 'windows', title: 'Title', text: 'Text', opens: '/page' }],
	['windows_phone8_push', { look: 'windows', title: 'Title', text: 'Text' }],
	['windows8_push', { look: 'windows', title: 'One', text: 'Two\nThree' }],
	['windows_universal_push', { look: 'windows', title: 'One', text: 'Two\nThree' }],
	[
		'email',
		{
			look: 'email',
			title: 'Subject',
			text: 'Preheader',
			isDocument: true,
			media: [image('Attachment invoice', 'invoice.pdf')],
		},
	],
	['sms', { look: 'sms', text: 'Text', media: [image('Media')] }],
	[
		'content_card',
		{
			look: 'card',
			shape: 'CAPTIONED_IMAGE',
			from: 'Pinned',
			title: 'Title',
			text: 'Text',
			buttons: [{ label: 'More', opens: 'https://example.com · app://x' }],
		},
	],
	[
		'in_app_message',
		{
			look: 'in-app',
			shape: 'MODAL',
			title: 'Header',
			text: 'Text',
			colors: { background: '#00AA88FF', text: '#00AA88FF' },
			buttons: [{ label: 'Yes', opens: 'NEWS_FEED · https://example.com' }, { label: 'No' }],
		},
	],
	[
		'webhook',
		{
			look: 'request',
			title: 'POST https://example.com',
			code: 'Content-Type: application/json\n\n{"a":1}',
		},
	],
])('%s looks as a person would see it', (channel, expected) => {
	expect(previewOf(channel, samples[channel])).toMatchObject(expected);
});

test.each<[string, Partial<Preview>]>([
	[
		'template_message',
		{
			from: 'Template order (en_US)',
			facts: expect.arrayContaining([{ name: 'Body {{2}}', value: 'b' }]) as Preview['facts'],
			parts: [
				{ look: 'other', media: [image('image')] },
				{ look: 'other', media: [image('image', 'b.png')] },
			],
		},
	],
	['text_response_message', { text: 'Text' }],
	['text_image_response_message', { text: 'Caption', media: [image('Image')] }],
	[
		'quick_reply_response_message',
		{ title: 'Header', footer: 'Footer', buttons: [{ label: 'Yes' }, { label: 'No' }] },
	],
	[
		'list_response_message',
		{
			title: 'Header',
			buttons: [{ label: 'Open', opens: 'the list' }],
			parts: [{ look: 'other', title: 'One', facts: [{ name: 'a', value: 'b' }] }],
		},
	],
	['flow_response_message', { buttons: [{ label: 'Start', opens: 'Flow flow-1' }] }],
	[
		'carousel_response_message',
		{
			parts: ['a.mp4', 'b.mp4'].map((name) => ({
				look: 'other' as const,
				media: [image('video', name)],
				buttons: [{ label: 'Yes' }, { label: 'No' }],
			})),
		},
	],
])('WhatsApp %s is a bubble', (type, expected) => {
	expect(previewOf('whats_app', whatsAppOf(type))).toMatchObject({
		look: 'whats-app',
		...expected,
	});
});

test('a field that is not drawn is listed, also one of tomorrow', () => {
	const { rest } = previewOf('kindle_push', {
		title: 'Title',
		priority: -2,
		of_tomorrow: { a: 1 },
	});
	expect(rest).toEqual([
		{ name: 'priority', value: '-2' },
		{ name: 'of_tomorrow', value: '{\n  "a": 1\n}' },
	]);
	for (const [channel, message] of Object.entries(samples)) {
		const all = previewOf(channel, { ...(message as object), of_tomorrow: 'new' }).rest;
		expect(all).toContainEqual({ name: 'of_tomorrow', value: 'new' });
	}
});

test('an alert may be one text, and a silent push says that it is silent', () => {
	expect(previewOf('apple_push', { alert: 'Hi' })).toMatchObject({ text: 'Hi' });
	const silent = { text: expect.stringContaining('sees nothing') as string };
	expect(previewOf('apple_push', { 'content-available': true })).toMatchObject(silent);
	expect(previewOf('android_push', { send_to_sync: true })).toMatchObject(silent);
});

test('text stays text, and a colour is a colour or nothing', () => {
	const evil = '<img src=x onerror=alert(1)>';
	expect(previewOf('sms', { body: evil })).toMatchObject({ text: evil });
	const colors = { background_color: 'red;} body{', message_text_color: '0xFF00AA8' };
	expect(previewOf('in_app_message', { message: evil, ...colors }).colors).toEqual({
		background: undefined,
		text: undefined,
	});
});

test('what is too long is cut, what is too much is counted', () => {
	const { text } = previewOf('sms', { body: 'x'.repeat(100_000) });
	expect(text).toHaveLength(2000 + '… and 98000 more characters'.length);
	const extra = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`key${at}`, at]));
	const { rest } = previewOf('sms', extra);
	expect(rest).toHaveLength(101);
	expect(rest?.at(-1)).toEqual({ name: 'and', value: '50 more' });
});

test('images of an email are listed, since they are not loaded', () => {
	const body = `<IMG alt="" src='https://example.com/a.png'><img src=https://example.com/b.png><img>`;
	expect(previewOf('email', { body }).media).toEqual([image('Image'), image('Image', 'b.png')]);
	const slow = '<img '.repeat(20_000);
	const started = Date.now();
	expect(previewOf('email', { body: slow }).media).toEqual([]);
	expect(Date.now() - started).toBeLessThan(2000);
});

test('whatever a message holds, it can be shown', () => {
	for (const channel of [...Object.keys(samples), 'of_tomorrow', 'constructor']) {
		for (const odd of [
			undefined,
			null,
			1,
			'text',
			[],
			{},
			{ buttons: 'x', message: 1, alert: [] },
		]) {
			expect(() => JSON.stringify(previewOf(channel, odd))).not.toThrow();
		}
	}
});
