import {
	boolean,
	holds,
	identifier,
	keyValues,
	list,
	object,
	oneOf,
	string,
} from '../json-schema.cts';
import type { MessageObject } from './message-object.cts';

const button = object(
	'web_push_action_button',
	{ text: identifier, action: oneOf('OPEN_APP', 'URI', 'CLOSE'), uri: string },
	['text'],
	{
		if: holds('action', 'URI'),
		then: { required: ['uri'], because: 'with the action URI' },
	},
);

export const webPush: MessageObject<object> = {
	schema: object(
		'web_push',
		{
			alert: string,
			title: string,
			extra: keyValues,
			message_variation_id: string,
			custom_uri: string,
			image_url: string,
			large_image_url: string,
			require_interaction: boolean,
			time_to_live: { type: 'integer', minimum: 0 },
			send_to_most_recent_device_only: boolean,
			buttons: list(button),
		},
		['alert', 'title'],
	),
};
