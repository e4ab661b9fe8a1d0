import type { IDataObject } from 'n8n-workflow';

import { isAbsent } from '../schema/convert';
import type { BrazeField, MessageObject, Report } from '../schema/field';
import { customUri, extra, messageVariationId, useWebview } from './common';

/** Days that a card may last (Braze docs, Content Card object). */
export const MAX_CARD_DAYS = 30;

const DAY_SECONDS = 86_400;
const WEEK_SECONDS = 7 * DAY_SECONDS;
const MAX_CARD_SECONDS = MAX_CARD_DAYS * DAY_SECONDS;

/** Clock time in a user's own zone may be this much later than the same time in UTC. */
const ZONE_LEEWAY_SECONDS = DAY_SECONDS / 2;

const withTexts = { show: { type: ['CAPTIONED_IMAGE', 'CLASSIC'] } };

const image: BrazeField = {
	displayName: 'Image URL',
	name: 'imageUrl',
	type: 'string',
	required: true,
	default: '',
	liquid: true,
	displayOptions: { show: { type: ['BANNER', 'CAPTIONED_IMAGE'] } },
};

const expireAt: BrazeField = {
	displayName: 'Expire At',
	name: 'expireAt',
	type: 'dateTime',
	required: true,
	default: '',
	description: 'At most 30 days ahead',
	displayOptions: { show: { expiry: ['time'] } },
};

export const contentCard: MessageObject = {
	name: 'contentCard',
	displayName: 'Content Card',
	wireKey: 'content_card',
	description: 'Card in the feed of your app or website',
	variationChannels: ['content_cards'],
	fields: [
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			required: true,
			default: 'CLASSIC',
			options: [
				{ name: 'Banner', value: 'BANNER', description: 'An image alone' },
				{ name: 'Captioned Image', value: 'CAPTIONED_IMAGE', description: 'An image above texts' },
				{ name: 'Classic', value: 'CLASSIC', description: 'Texts, and an image if you like' },
			],
		},
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			required: true,
			default: '',
			liquid: true,
			displayOptions: withTexts,
		},
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			required: true,
			default: '',
			typeOptions: { rows: 2 },
			liquid: true,
			displayOptions: withTexts,
		},
		image,
		{
			displayName: 'Expiry',
			name: 'expiry',
			type: 'options',
			flat: true,
			wireKey: null,
			sends: { localTime: { expire_in_local_time: true } },
			default: 'seconds',
			options: [
				{ name: 'At a Time', value: 'time', description: 'The same moment for everyone' },
				{
					name: 'At a Time in Local Time',
					value: 'localTime',
					description: "The same clock time in every user's time zone",
				},
				{ name: 'In Seconds', value: 'seconds' },
			],
		},
		{
			displayName: 'Time to Live',
			name: 'timeToLive',
			type: 'number',
			wire: 'integer',
			required: true,
			default: WEEK_SECONDS,
			typeOptions: { minValue: 1, maxValue: MAX_CARD_SECONDS },
			description: 'In seconds; 604800 is one week, 2592000 the most',
			displayOptions: { show: { expiry: ['seconds'] } },
		},
		expireAt,
		{
			...expireAt,
			displayName: 'Expire At Local Time',
			name: 'expireAtLocalTime',
			wireKey: 'expire_at',
			wire: 'wallClock',
			displayOptions: { show: { expiry: ['localTime'] } },
		},
		messageVariationId,
		{ ...customUri, displayName: 'Android URI', name: 'androidUri' },
		{ ...useWebview, displayName: 'Android Use Webview', name: 'androidUseWebview' },
		extra,
		{
			...image,
			displayName: 'Image URL',
			name: 'classicImageUrl',
			wireKey: 'image_url',
			required: undefined,
			displayOptions: { show: { type: ['CLASSIC'] } },
		},
		{ ...customUri, displayName: 'iOS URI', name: 'iosUri' },
		{ ...useWebview, displayName: 'iOS Use Webview', name: 'iosUseWebview' },
		{
			displayName: 'Pinned',
			name: 'pinned',
			type: 'boolean',
			default: false,
			description: 'Whether the card stays at the top of the feed',
		},
		{
			displayName: 'URI Text',
			name: 'uriText',
			type: 'string',
			default: '',
			description: 'Words of the link on the card',
			liquid: true,
		},
		{
			...customUri,
			displayName: 'Web URI',
			name: 'webUri',
			description: 'Web address to open on click',
		},
	],
	check: checkContentCard,
};

/** A time without a designator is read as UTC; what is no time gives NaN, which no limit refuses. */
const toMilliseconds = (time: unknown): number =>
	Date.parse(/T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(String(time)) ? String(time) : `${String(time)}Z`);

function checkContentCard(card: IDataObject, report: Report): void {
	const { time_to_live: seconds, expire_at: time, expire_in_local_time: localTime } = card;
	if (isAbsent(seconds) && isAbsent(time)) {
		report(
			'Expiry',
			'is missing',
			'A card needs Time to Live or Expire At: check what the expression gives for this item',
		);
	}
	if (!isAbsent(seconds) && !isAbsent(time)) {
		report('Expire At', 'is given besides Time to Live', 'Keep one of the two');
	}
	if (localTime === true && isAbsent(time)) {
		report(
			'expire_in_local_time',
			'is true without a time, so that it would do nothing',
			'Give Expire At, or leave it out',
		);
	}
	const leeway = localTime === true ? ZONE_LEEWAY_SECONDS : 0;
	const secondsAhead = (toMilliseconds(time) - Date.now()) / 1000;
	if (secondsAhead > MAX_CARD_SECONDS + leeway) {
		report(
			'Expire At',
			`is more than ${MAX_CARD_DAYS} days ahead`,
			'Choose an earlier time: Braze keeps a card no longer',
		);
	}
}
