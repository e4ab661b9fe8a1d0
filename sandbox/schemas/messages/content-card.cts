import { MAX_CONTENT_CARD_DAYS } from '../../limits.cts';
import { parseDateTime } from '../formats.cts';
import {
	boolean,
	dateTime,
	has,
	holds,
	keyValues,
	object,
	oneOf,
	string,
} from '../json-schema.cts';
import type { MessageObject } from './message-object.cts';

const DAY_SECONDS = 24 * 60 * 60;

const schema = object(
	'content_card',
	{
		type: oneOf('CLASSIC', 'CAPTIONED_IMAGE', 'BANNER'),
		title: string,
		description: string,
		message_variation_id: string,
		pinned: boolean,
		image_url: string,
		time_to_live: {
			type: 'integer',
			minimum: 1,
			maximum: MAX_CONTENT_CARD_DAYS * DAY_SECONDS,
		},
		expire_at: dateTime,
		expire_in_local_time: boolean,
		ios_uri: string,
		android_uri: string,
		web_uri: string,
		ios_use_webview: boolean,
		android_use_webview: boolean,
		uri_text: string,
		extra: keyValues,
	},
	['type'],
	{
		allOf: [
			{
				if: holds('type', 'BANNER'),
				else: { required: ['title', 'description'], because: 'unless type is BANNER' },
			},
			{
				if: holds('type', 'CAPTIONED_IMAGE', 'BANNER'),
				then: { required: ['image_url'], because: 'when type is CAPTIONED_IMAGE or BANNER' },
			},
			{
				if: has('expire_at'),
				then: { properties: { time_to_live: false } },
				else: {
					required: ['time_to_live'],
					properties: { expire_in_local_time: { const: false, because: 'without expire_at' } },
					because: 'unless expire_at is given',
				},
			},
		],
	},
);

interface ContentCard {
	expire_at?: string;
}

export const contentCard: MessageObject<ContentCard> = {
	schema,
	rules(card, { path, now }) {
		const expiry = card.expire_at ? parseDateTime(card.expire_at)?.toMillis() : undefined;
		if (expiry === undefined || expiry <= now + MAX_CONTENT_CARD_DAYS * DAY_SECONDS * 1000)
			return [];
		return [{ detail: `${path}.expire_at must be at most ${MAX_CONTENT_CARD_DAYS} days ahead` }];
	},
};
