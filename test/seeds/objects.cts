import { under, words } from './words.cts';

/** The message objects of the two original documents, and the objects inside, written from them by hand. */
export interface DocumentedObject {
	document: 'Appboy' | 'Braze';
	object: string;
	/** Key under `messages` today. */
	channel: string;
	/** Where it stands inside that message. */
	at?: string;
	keys: string[];
}

const clicks = words('ios android windows windows8 kindle').flatMap((platform) => [
	`${platform}_click_action`,
	`${platform}_uri`,
]);
const tokens: DocumentedObject[] = [
	...words('apple_push android_push kindle_push windows_phone8_push windows_universal_push'),
].map((channel) => ({
	document: 'Appboy',
	object: 'Tokens Object',
	channel,
	at: 'also_send_to',
	keys: words('app_id tokens'),
}));
const alertKeys = words('body title title_loc_key title_loc_args action_loc_key loc_key loc_args');
const kindleKeys = words(
	'alert title extra message_variation_id priority collapse_key sound custom_uri',
);

export const documentedObjects: DocumentedObject[] = [
	...tokens,
	{
		document: 'Appboy',
		object: 'Apple Push Object',
		channel: 'apple_push',
		keys: [
			...words('badge alert sound extra also_send_to content-available time_to_live custom_uri'),
			'message_variation_id',
		],
	},
	{
		document: 'Appboy',
		object: 'Apple Push Alert Object',
		channel: 'apple_push',
		at: 'alert',
		keys: alertKeys,
	},
	{
		document: 'Appboy',
		object: 'Android Push Object',
		channel: 'android_push',
		keys: [
			...words('alert title extra also_send_to message_variation_id priority send_to_sync'),
			...words('collapse_key sound custom_uri summary_text delay_while_idle time_to_live'),
		],
	},
	{
		document: 'Appboy',
		object: 'Kindle/FireOS Push Object',
		channel: 'kindle_push',
		keys: [...kindleKeys, 'also_send_to'],
	},
	{
		document: 'Appboy',
		object: 'Windows Phone 8 Push Object',
		channel: 'windows_phone8_push',
		keys: [
			...words('push_type toast_title toast_content toast_navigation_uri toast_hash'),
			...words('also_send_to message_variation_id'),
		],
	},
	{
		document: 'Appboy',
		object: 'Windows 8 Store Push Object',
		channel: 'windows_universal_push',
		keys: [
			...words('push_type toast_text1 toast_text2 toast_text3 toast_text_img_name also_send_to'),
			'message_variation_id',
		],
	},
	{
		document: 'Appboy',
		object: 'In-App Message Object',
		channel: 'in_app_message',
		keys: [
			...words('type also_send_to_slideup_only_versions message message_text_color header'),
			...words('header_text_color background_color close_button_color slide_from message_close'),
			...words('icon icon_color icon_background_color image_url buttons extras'),
			...clicks,
			'message_variation_id',
		],
	},
	{
		document: 'Appboy',
		object: 'Button Object',
		channel: 'in_app_message',
		at: 'buttons',
		keys: [...words('text text_color background_color'), ...clicks],
	},
	{
		document: 'Appboy',
		object: 'Email Object',
		channel: 'email',
		keys: [
			...words('app_id subject from reply_to body email_template_id suppress_footer also_send_to'),
			'message_variation_id',
		],
	},
	{
		document: 'Appboy',
		object: 'Webhook Object',
		channel: 'webhook',
		keys: words('url request_method request_headers body message_variation_id'),
	},
	{
		document: 'Braze',
		object: 'Apple Push Object',
		channel: 'apple_push',
		keys: [
			...words('badge alert sound extra content-available expiry custom_uri message_variation_id'),
			...words('notification_group_thread_id asset_url asset_file_type collapse_id'),
			...words('mutable_content send_to_most_recent_device_only category buttons'),
		],
	},
	{
		document: 'Braze',
		object: 'Apple Push Alert Object',
		channel: 'apple_push',
		at: 'alert',
		keys: alertKeys,
	},
	{
		document: 'Braze',
		object: 'Apple Push Action Button Object',
		channel: 'apple_push',
		at: 'buttons',
		keys: words('action_id action uri use_webview'),
	},
	{
		document: 'Braze',
		object: 'Android Push Object',
		channel: 'android_push',
		keys: [
			...words('alert title extra message_variation_id notification_channel_id priority'),
			...words('send_to_sync collapse_key sound custom_uri summary_text time_to_live'),
			...words('notification_id push_icon_image_url accent_color buttons'),
			'send_to_most_recent_device_only',
		],
	},
	{
		document: 'Braze',
		object: 'Android Push Action Button Object',
		channel: 'android_push',
		at: 'buttons',
		keys: words('text action uri use_webview'),
	},
	{
		document: 'Braze',
		object: 'Kindle/FireOS Push Object',
		channel: 'kindle_push',
		keys: kindleKeys,
	},
	{
		document: 'Braze',
		object: 'Web Push Object',
		channel: 'web_push',
		keys: [
			...words('alert title extra message_variation_id custom_uri image_url large_image_url'),
			...words('require_interaction time_to_live send_to_most_recent_device_only buttons'),
		],
	},
	{
		document: 'Braze',
		object: 'Web Push Action Button Object',
		channel: 'web_push',
		at: 'buttons',
		keys: words('text action uri'),
	},
	{
		document: 'Braze',
		object: 'Windows Phone 8 Push Object',
		channel: 'windows_phone8_push',
		keys: [
			...words('push_type toast_title toast_content toast_navigation_uri toast_hash'),
			'message_variation_id',
		],
	},
	{
		document: 'Braze',
		object: 'Windows Universal Push Object',
		channel: 'windows_universal_push',
		keys: [
			...words('push_type toast_text1 toast_text2 toast_text3 toast_text_img_name'),
			...words('message_variation_id extra_launch_string'),
		],
	},
	{
		document: 'Braze',
		object: 'Email Object',
		channel: 'email',
		keys: [
			...words('app_id subject from reply_to body plaintext_body preheader email_template_id'),
			...words('message_variation_id extras headers should_inline_css attachments'),
			...under('attachments', 'file_name url'),
		],
	},
	{
		document: 'Braze',
		object: 'Webhook Object',
		channel: 'webhook',
		keys: words('url request_method request_headers body message_variation_id'),
	},
];
