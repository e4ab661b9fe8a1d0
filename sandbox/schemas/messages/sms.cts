import { boolean, holds, identifier, list, object, string } from '../json-schema.cts';
import type { MessageObject } from './message-object.cts';

export const sms: MessageObject<object> = {
	schema: object(
		'sms',
		{
			subscription_group_id: identifier,
			message_variation_id: string,
			body: string,
			app_id: identifier,
			// Braze shows the key but no item; a URL is the only reading that needs no further keys.
			media_items: list(string),
			link_shortening_enabled: boolean,
			user_click_tracking_enabled: boolean,
		},
		['subscription_group_id', 'body', 'app_id'],
		{
			if: holds('user_click_tracking_enabled', true),
			then: {
				required: ['link_shortening_enabled'],
				properties: {
					link_shortening_enabled: { const: true, because: 'for user_click_tracking_enabled' },
				},
				because: 'for user_click_tracking_enabled',
			},
		},
	),
};
