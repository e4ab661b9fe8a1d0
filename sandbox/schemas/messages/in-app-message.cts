import { MAX_IN_APP_MESSAGE_BUTTONS, MAX_IN_APP_MESSAGE_CHARACTERS } from '../../limits.cts';
import {
	boolean,
	identifier,
	keyValues,
	list,
	object,
	oneOf,
	string,
	type JsonSchema,
} from '../json-schema.cts';
import type { MessageObject } from './message-object.cts';

const color: JsonSchema = { type: 'string', format: 'color' };
const clickAction = oneOf('NONE', 'NEWS_FEED', 'URI');

/** What a tap does, one pair of keys for each platform. */
const clicks = {
	ios_click_action: clickAction,
	android_click_action: clickAction,
	windows_click_action: clickAction,
	windows8_click_action: clickAction,
	kindle_click_action: clickAction,
	ios_uri: string,
	android_uri: string,
	windows_uri: string,
	windows8_uri: string,
	kindle_uri: string,
};

const button = object(
	'in_app_message_button',
	{ text: identifier, text_color: color, background_color: color, ...clicks },
	['text'],
);

export const inAppMessage: MessageObject<object> = {
	schema: object(
		'in_app_message',
		{
			type: oneOf('SLIDEUP', 'MODAL', 'FULL'),
			also_send_to_slideup_only_versions: boolean,
			message: {
				type: 'string',
				maxLength: MAX_IN_APP_MESSAGE_CHARACTERS,
				brazeErrors: { maxLength: 'Slideup Message Length Exceeded' },
			},
			message_text_color: color,
			header: string,
			header_text_color: color,
			background_color: color,
			close_button_color: color,
			slide_from: oneOf('TOP', 'BOTTOM'),
			message_close: oneOf('SWIPE', 'AUTO_DISMISS'),
			icon: { type: 'string', format: 'icon' },
			icon_color: color,
			icon_background_color: color,
			image_url: string,
			buttons: list(button, { maxItems: MAX_IN_APP_MESSAGE_BUTTONS }),
			extras: keyValues,
			...clicks,
			message_variation_id: string,
		},
		['message'],
	),
};
