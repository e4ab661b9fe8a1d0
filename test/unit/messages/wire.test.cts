import type { IDataObject } from 'n8n-workflow';

import { checkObject } from '../../../nodes/Braze/schema/check.ts';
import { writeObject } from '../../../nodes/Braze/schema/write.ts';
import { applePush } from './samples/applePush.cts';
import { content } from './samples/content.cts';
import { legacy } from './samples/legacy.cts';
import { push } from './samples/push.cts';
import { whatsApp } from './samples/whatsApp.cts';
import { find, rows, stopClock, write, type Values } from './support.cts';

stopClock();

const samples = [...applePush, ...push, ...content, ...whatsApp, ...legacy];

describe('from the form to the wire', () => {
	it.each(samples.map(([what, sample]) => [sample.name, what, sample] as const))(
		'%s: %s',
		(name, _what, { form, wire }) => {
			const written = write(name, form);
			expect(written).toEqual(wire);
			expect(() => checkObject(find(name), written as IDataObject)).not.toThrow();
		},
	);
});

const clicks = (first: Values, second?: Values, additionalJson?: string): Values => ({
	inAppMessageMessage: 'Hi',
	inAppMessageFields: {
		clickActions: rows('click', ...[first, second ?? []].flat()),
		additionalJson,
	},
});

describe('a form that says two things', () => {
	it.each([
		[
			'one key in two fields',
			'applePush',
			{ applePushFields: { defaultCategory: 'ab_cat_more', category: 'mine' } },
			"'Apple Push Fields > Custom Category' is given in another field as well.",
		],
		[
			'a field and the same key as JSON',
			'email',
			{ emailFrom: 'a@example.com', emailFields: { additionalJson: '{ "from": "b" }' } },
			'gives the key "from" a second time.',
		],
		[
			'two actions for one platform',
			'inAppMessage',
			clicks({ platform: 'ios', clickAction: 'NONE' }, { platform: 'ios', uri: 'myapp://x' }),
			'\'In-App Message Fields > Click Actions 2 > Platform\' is "ios" a second time.',
		],
		[
			'a platform in rows and as JSON',
			'inAppMessage',
			clicks({ platform: 'ios', clickAction: 'NONE' }, undefined, '{ "ios_click_action": "URI" }'),
			'gives the key "ios_click_action" a second time.',
		],
	])('%s', (_what, name, form, sentence) => {
		expect(() => write(name, form)).toThrow(sentence);
	});
});

describe('a form whose selector holds an expression, where n8n shows what every choice shows', () => {
	it('writes what the choice of the item shows', () => {
		const form = {
			contentCardType: 'BANNER',
			contentCardTitle: 'Not on a banner',
			contentCardImageUrl: 'https://example.com/i.png',
			contentCardExpiry: 'time',
			contentCardTimeToLive: 604_800,
			contentCardExpireAt: '2026-01-20T10:00:00Z',
			contentCardExpireAtLocalTime: '2026-01-21T10:00:00',
			contentCardFields: { classicImageUrl: 'https://example.com/c.png', pinned: true },
		};
		expect(write('contentCard', form)).toEqual({
			type: 'BANNER',
			image_url: 'https://example.com/i.png',
			expire_at: '2026-01-20T10:00:00Z',
			pinned: true,
		});
	});

	it('writes in a row what the choice of the row shows', () => {
		const button = { text: 'No', action: 'CLOSE', uri: 'myapp://x', useWebview: true };
		const form = { androidPushTitle: 'T', androidPushAlert: 'A' };
		expect(
			write('androidPush', { ...form, androidPushFields: { buttons: rows('button', button) } }),
		).toEqual({ title: 'T', alert: 'A', buttons: [{ text: 'No', action: 'CLOSE' }] });
	});

	it('evaluates a selector once', () => {
		const read: string[] = [];
		const form: Values = { whatsAppMessageType: 'text_response_message', whatsAppBody: 'Hi' };
		const reader = (name: string): unknown => {
			read.push(name);
			return form[name];
		};
		writeObject(find('whatsApp'), reader, { timezone: 'UTC', startedAt: 0 });
		expect(read.length).toBeGreaterThan(0);
		expect(new Set(read).size).toBe(read.length);
	});
});

describe('rows that stand in the object around them', () => {
	it.each([
		[{ clickAction: 'NONE' }, "Click Actions 1 > Platform' is empty."],
		[{ platform: 'symbian' }, 'Click Actions 1 > Platform\' cannot be "symbian".'],
	])('need a choice that exists: %j', (row, sentence) => {
		expect(() => write('inAppMessage', clicks(row))).toThrow(sentence);
	});

	it('may come as a list from an expression', () => {
		const given = (clickActions: unknown): Values => ({
			inAppMessageMessage: 'Hi',
			inAppMessageFields: { clickActions },
		});
		expect(
			write('inAppMessage', given([{ platform: 'ios', click_action: 'URI', uri: 'x://' }])),
		).toEqual({ message: 'Hi', ios_click_action: 'URI', ios_uri: 'x://' });
		expect(() => write('inAppMessage', given(['ios']))).toThrow(
			"'In-App Message Fields > Click Actions 1' must be an object.",
		);
	});
});
