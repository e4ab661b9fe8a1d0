import { under, words } from './words.cts';

/**
 * What the two original documents of the messaging API list, written from them by hand: "Appboy" of about 2015,
 * "Braze" of 2018. Their keys of authentication (app_group_id, api_key) are left out, since a header took their place.
 */

export interface DocumentedEndpoint {
	document: 'Appboy' | 'Braze';
	method: 'GET' | 'POST';
	path: string;
	/** Keys of the body or the query, as the document names them. */
	keys: string[];
}

const schedule = under('schedule', 'time in_local_time at_optimal_time');
const appboyPushes = 'apple_push android_push windows_push windows8_push kindle_push';

export const documentedEndpoints: DocumentedEndpoint[] = [
	{
		document: 'Appboy',
		method: 'POST',
		path: '/messages/send',
		keys: [
			...words('external_user_ids segment_id campaign_id override_frequency_capping'),
			...words('recipient_subscription_state'),
			...under('messages', `${appboyPushes} in_app_message email`),
		],
	},
	{
		document: 'Appboy',
		method: 'POST',
		path: '/campaigns/trigger/send',
		keys: words('campaign_id external_user_ids'),
	},
	{
		document: 'Appboy',
		method: 'POST',
		path: '/messages/schedule/create',
		keys: [
			...words('external_user_ids segment_id campaign_id override_messaging_limits'),
			...words('recipient_subscription_state'),
			...schedule,
			...under('messages', `${appboyPushes} in_app_message email webhook`),
		],
	},
	{
		document: 'Appboy',
		method: 'POST',
		path: '/campaign/trigger/schedule/create',
		keys: [...words('campaign_id external_user_ids'), ...schedule],
	},
	{
		document: 'Appboy',
		method: 'POST',
		path: '/messages/schedule/update',
		keys: words('schedule_id schedule messages'),
	},
	{
		document: 'Appboy',
		method: 'POST',
		path: '/campaigns/trigger/schedule/update',
		keys: words('campaign_id schedule_id schedule'),
	},
	{
		document: 'Appboy',
		method: 'POST',
		path: '/messages/schedule/delete',
		keys: ['schedule_id'],
	},
	{
		document: 'Appboy',
		method: 'POST',
		path: '/campaigns/trigger/schedule/delete',
		keys: words('campaign_id schedule_id'),
	},
	{
		document: 'Braze',
		method: 'POST',
		path: '/messages/send',
		keys: [
			...words('broadcast external_user_ids segment_id audience campaign_id send_id'),
			...words('override_frequency_capping recipient_subscription_state'),
			...under('user_aliases', 'alias_name alias_label'),
			...under('messages', 'apple_push android_push windows_phone8_push windows_universal_push'),
			...under('messages', 'kindle_push web_push email'),
		],
	},
	{
		document: 'Braze',
		method: 'POST',
		path: '/campaigns/trigger/send',
		keys: [
			...words('campaign_id send_id trigger_properties broadcast audience'),
			...under('recipients', 'external_user_id trigger_properties'),
			...under('recipients.user_alias', 'alias_name alias_label'),
		],
	},
	{
		document: 'Braze',
		method: 'POST',
		path: '/canvas/trigger/send',
		keys: [
			...words('canvas_id canvas_entry_properties broadcast audience'),
			...under('recipients', 'external_user_id user_alias canvas_entry_properties'),
		],
	},
	{
		document: 'Braze',
		method: 'POST',
		path: '/messages/schedule/create',
		keys: [
			...words('broadcast external_user_ids user_aliases audience segment_id campaign_id send_id'),
			...words('override_messaging_limits recipient_subscription_state'),
			...schedule,
			...under('messages', `${appboyPushes} web_push email webhook`),
		],
	},
	{
		document: 'Braze',
		method: 'POST',
		path: '/campaigns/trigger/schedule/create',
		keys: [
			...words('campaign_id send_id recipients audience broadcast trigger_properties'),
			...schedule,
		],
	},
	{
		document: 'Braze',
		method: 'POST',
		path: '/canvas/trigger/schedule/create',
		keys: [
			...words('canvas_id recipients audience broadcast canvas_entry_properties'),
			...schedule,
		],
	},
	{
		document: 'Braze',
		method: 'POST',
		path: '/messages/schedule/update',
		keys: words('schedule_id schedule messages'),
	},
	{
		document: 'Braze',
		method: 'POST',
		path: '/campaigns/trigger/schedule/update',
		keys: words('campaign_id schedule_id schedule'),
	},
	{
		document: 'Braze',
		method: 'POST',
		path: '/canvas/trigger/schedule/update',
		keys: words('canvas_id schedule_id schedule'),
	},
	{
		document: 'Braze',
		method: 'POST',
		path: '/messages/schedule/delete',
		keys: ['schedule_id'],
	},
	{
		document: 'Braze',
		method: 'POST',
		path: '/campaigns/trigger/schedule/delete',
		keys: words('campaign_id schedule_id'),
	},
	{
		document: 'Braze',
		method: 'POST',
		path: '/sends/id/create',
		keys: words('campaign_id send_id'),
	},
	{
		document: 'Braze',
		method: 'GET',
		path: '/messages/scheduled_broadcasts',
		keys: ['end_time'],
	},
];

/** Names that changed since: as the document has it, and as it is today. */
export const renamed: {
	paths: Record<string, string>;
	keys: Record<string, Record<string, string>>;
} = {
	paths: { '/campaign/trigger/schedule/create': '/campaigns/trigger/schedule/create' },
	keys: {
		'/messages/send': {
			'messages.windows_push': 'messages.windows_phone8_push',
			'messages.windows8_push': 'messages.windows_universal_push',
		},
		'/campaigns/trigger/send': { external_user_ids: 'recipients.external_user_id' },
		'/campaigns/trigger/schedule/create': { external_user_ids: 'recipients.external_user_id' },
		'/canvas/trigger/send': {
			canvas_entry_properties: 'context',
			'recipients.canvas_entry_properties': 'recipients.context',
		},
		'/canvas/trigger/schedule/create': { canvas_entry_properties: 'context' },
	},
};
