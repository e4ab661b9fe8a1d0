import { integer, keyValues, object, string } from '../json-schema.cts';
import type { MessageObject } from './message-object.cts';
import { alsoSendTo } from './tokens.cts';

export const kindlePush: MessageObject<object> = {
	schema: object(
		'kindle_push',
		{
			alert: string,
			title: string,
			extra: keyValues,
			message_variation_id: string,
			// Braze takes any number here and turns one outside -2..2 into 0.
			priority: integer,
			collapse_key: string,
			sound: string,
			custom_uri: string,
			also_send_to: alsoSendTo,
		},
		['alert', 'title'],
	),
};
