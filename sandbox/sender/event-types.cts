/** Properties that an event has besides those of its workspace, campaign, Canvas and send. */
interface EventType {
	own: string[];
	/** Whether it has dispatch_id and send_id. */
	hasSend: boolean;
}

const type = (own: string, hasSend = true): EventType => ({
	own: own === '' ? [] : own.split(' '),
	hasSend,
});

const WHATS_APP =
	'bsuid flow_id from_phone_number message_id subscription_group_id template_name to_phone_number';
const PUSH = 'app_id device_model os_version platform';
const CARD = 'app_id content_card_id device_model os_version platform';
const READER = 'browser device_class device_model device_os';

/** The events that the sandbox makes by itself, with the properties they have over HTTP. */
export const EVENT_TYPES: Record<string, EventType> = {
	'users.behaviors.CustomEvent': type(
		'app_id custom_properties device_model name os_version platform',
		false,
	),
	'users.behaviors.Purchase': type(
		'app_id currency device_model os_version platform price product_id purchase_properties',
		false,
	),
	'users.behaviors.subscription.GlobalStateChange': type(
		'app_id channel channel_identifier email_address send_id state_change_source subscription_status',
		false,
	),
	'users.behaviors.subscriptiongroup.StateChange': type(
		'app_id channel channel_identifier email_address phone_number state_change_source subscription_group_id subscription_status',
	),
	'users.canvas.Entry': type('in_control_group', false),
	'users.messages.contentcard.Click': type(CARD),
	'users.messages.contentcard.Impression': type(CARD),
	'users.messages.contentcard.Send': type('content_card_id message_extras'),
	'users.messages.email.Abort': type('abort_log abort_type email_address ip_pool'),
	'users.messages.email.Bounce': type(
		'bounce_reason email_address esp from_domain ip_pool is_drop sending_ip',
	),
	'users.messages.email.Click': type(
		`${READER} email_address esp from_domain ip_pool is_amp is_suspected_bot_click link_alias link_id mailbox_provider suspected_bot_click_reason url user_agent`,
	),
	'users.messages.email.Delivery': type('email_address esp from_domain ip_pool sending_ip'),
	'users.messages.email.Open': type(
		`${READER} email_address esp from_domain ip_pool is_amp machine_open mailbox_provider user_agent`,
	),
	'users.messages.email.Send': type('email_address ip_pool message_extras'),
	'users.messages.email.Unsubscribe': type('email_address ip_pool'),
	'users.messages.inappmessage.Click': type(
		'app_id button_id card_id device_model os_version platform',
	),
	'users.messages.inappmessage.Impression': type(
		'app_id card_id device_model locale_key message_extras os_version platform',
	),
	'users.messages.pushnotification.Abort': type('abort_log abort_type app_id platform'),
	'users.messages.pushnotification.Bounce': type('app_id platform push_token'),
	'users.messages.pushnotification.Open': type(`button_action_type button_string ${PUSH}`),
	'users.messages.pushnotification.Send': type(
		'app_id locale_key message_extras platform push_token',
	),
	'users.messages.sms.Abort': type('abort_log abort_type subscription_group_id', false),
	'users.messages.sms.CarrierSend': type('from_phone_number subscription_group_id to_phone_number'),
	'users.messages.sms.Delivery': type(
		'from_phone_number is_sms_fallback subscription_group_id to_phone_number',
	),
	'users.messages.sms.DeliveryFailure': type(
		'error is_sms_fallback provider_error_code subscription_group_id to_phone_number',
	),
	'users.messages.sms.InboundReceive': type(
		'action inbound_phone_number media_urls message_body subscription_group_id user_phone_number',
		false,
	),
	'users.messages.sms.Send': type('category message_extras subscription_group_id to_phone_number'),
	'users.messages.sms.ShortLinkClick': type(
		'is_suspected_bot_click short_url suspected_bot_click_reason url user_agent user_phone_number',
		false,
	),
	'users.messages.webhook.Abort': type('abort_log abort_type'),
	'users.messages.webhook.Failure': type(
		'content_length endpoint_url host http_status_code is_terminal raw_response retry_count url_path webhook_duration webhook_failure_source',
	),
	'users.messages.webhook.Send': type('message_extras'),
	'users.messages.whatsapp.Abort': type(
		'abort_log abort_type bsuid dispatch_id subscription_group_id to_phone_number',
		false,
	),
	'users.messages.whatsapp.Click': type('short_url url user_agent user_phone_number', false),
	'users.messages.whatsapp.Delivery': type(WHATS_APP),
	'users.messages.whatsapp.Failure': type(`${WHATS_APP} provider_error_code provider_error_title`),
	'users.messages.whatsapp.InboundReceive': type(
		'action bsuid catalog_id flow_id flow_response_json in_reply_to inbound_phone_number media_urls message_body message_id product_id quick_reply_text subscription_group_id user_phone_number',
		false,
	),
	'users.messages.whatsapp.Read': type(WHATS_APP),
	'users.messages.whatsapp.Send': type(`message_extras ${WHATS_APP}`),
};
