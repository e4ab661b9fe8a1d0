import { identifier, keyValues, object, oneOf, string } from '../json-schema.cts';
import type { MessageObject } from './message-object.cts';
import { alsoSendTo } from './tokens.cts';

/** windows_push in the Appboy document, windows_phone8_push on /messages/send in the Braze 2018 document. */
export const windowsPhone8Push: MessageObject<object> = {
	schema: object(
		'windows_phone8_push',
		{
			push_type: oneOf('toast'),
			toast_title: string,
			toast_content: string,
			toast_navigation_uri: string,
			toast_hash: keyValues,
			message_variation_id: string,
			also_send_to: alsoSendTo,
		},
		['toast_content'],
	),
};

/** windows8_push in the Appboy document, windows_universal_push on /messages/send in the Braze 2018 document. */
export const windowsUniversalPush: MessageObject<object> = {
	schema: object(
		'windows_universal_push',
		{
			push_type: oneOf(
				'toast_text_01',
				'toast_text_02',
				'toast_text_03',
				'toast_text_04',
				'toast_image_and_text_01',
				'toast_image_and_text_02',
				'toast_image_and_text_03',
				'toast_image_and_text_04',
			),
			toast_text1: identifier,
			toast_text2: string,
			toast_text3: string,
			toast_text_img_name: string,
			message_variation_id: string,
			extra_launch_string: string,
			also_send_to: alsoSendTo,
		},
		['push_type', 'toast_text1'],
	),
};
