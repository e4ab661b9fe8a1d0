import { isFlat } from '../../../nodes/Braze/schema/field.ts';
import { messageObjects } from '../../../nodes/Braze/messages/index.ts';
import { draw, find, wireKeys } from './support.cts';

describe('the list of message objects', () => {
	it('has the current ones by label and the retired ones last', () => {
		expect(messageObjects.map(({ displayName, legacy }) => [displayName, legacy ?? false])).toEqual(
			[
				['Android Push', false],
				['Apple Push', false],
				['Content Card', false],
				['Email', false],
				['Kindle Push', false],
				['SMS', false],
				['Web Push', false],
				['Webhook', false],
				['WhatsApp', false],
				['In-App Message', true],
				['Windows Phone 8 Push', true],
				['Windows Universal Push', true],
			],
		);
	});

	it.each([
		['androidPush', 'android_push', undefined],
		['applePush', 'apple_push', undefined],
		['contentCard', 'content_card', undefined],
		['email', 'email', undefined],
		['kindlePush', 'kindle_push', undefined],
		['sms', 'sms', undefined],
		['webPush', 'web_push', undefined],
		['webhook', 'webhook', undefined],
		['whatsApp', 'whats_app', null],
		['inAppMessage', 'in_app_message', undefined],
		['windowsPhone8Push', 'windows_phone8_push', 'windows_push'],
		['windowsUniversalPush', 'windows_universal_push', 'windows8_push'],
	])('knows %s as %s on the wire', (name, wireKey, scheduleWireKey) => {
		expect(find(name)).toMatchObject({ wireKey });
		expect(find(name).scheduleWireKey).toBe(scheduleWireKey);
	});
});

/** Every key that Braze documents, in any generation. */
const tokenKeys = 'also_send_to also_send_to[].app_id also_send_to[].tokens';
const clickKeys = (at: string) =>
	['android', 'ios', 'kindle', 'windows', 'windows8']
		.map((platform) => `${at}${platform}_click_action ${at}${platform}_uri`)
		.join(' ');
const documentedKeys: Record<string, string> = {
	androidPush: `alert title extra message_variation_id notification_channel_id priority android_priority send_to_sync
		collapse_key sound custom_uri use_webview summary_text delay_while_idle time_to_live notification_id push_icon_image_url
		accent_color send_to_most_recent_device_only buttons buttons[].text buttons[].action buttons[].uri buttons[].use_webview
		conversation_data conversation_data.shortcut_id conversation_data.reply_person_id conversation_data.messages
		conversation_data.messages[].text conversation_data.messages[].timestamp conversation_data.messages[].person_id
		conversation_data.persons conversation_data.persons[].id conversation_data.persons[].name ${tokenKeys}`,
	applePush: `badge alert alert.body alert.title alert.title_loc_key alert.title_loc_args alert.action_loc_key alert.loc_key
		alert.loc_args alert.sound sound extra content-available interruption_level relevance_score expiry time_to_live custom_uri
		use_webview message_variation_id notification_group_thread_id asset_url asset_file_type collapse_id mutable_content
		send_to_most_recent_device_only category buttons buttons[].action_id buttons[].action buttons[].uri
		buttons[].use_webview apns_priority ${tokenKeys}`,
	contentCard: `type title description message_variation_id pinned image_url time_to_live expire_at expire_in_local_time
		ios_uri android_uri web_uri ios_use_webview android_use_webview uri_text extra`,
	email: `app_id subject from reply_to bcc body plaintext_body preheader email_template_id message_variation_id extras
		headers should_inline_css attachments attachments[].file_name attachments[].url attachments[].basic_auth_credential
		suppress_footer also_send_to`,
	kindlePush: `alert title extra message_variation_id priority collapse_key sound custom_uri ${tokenKeys}`,
	sms: `subscription_group_id message_variation_id body app_id media_items link_shortening_enabled
		user_click_tracking_enabled`,
	webPush: `alert title extra message_variation_id custom_uri image_url large_image_url require_interaction time_to_live
		send_to_most_recent_device_only buttons buttons[].text buttons[].action buttons[].uri`,
	webhook: 'url request_method request_headers body message_variation_id',
	whatsApp: `app_id subscription_group_id message_variation_id message_type message.template_name
		message.template_language_code message.header_variables message.body_variables message.button_variables
		message.header_media_uri message.carousel_cards message.carousel_cards[].header_media_uri
		message.carousel_cards[].header_media_type message.carousel_cards[].body_variables
		message.carousel_cards[].button_variables message.body message.preview_url message.image_uri message.caption
		message.header_image_uri message.header_text message.footer message.buttons message.buttons[].text message.header
		message.list.list_button_text message.list.list_sections message.list.list_sections[].section_title
		message.list.list_sections[].list_rows message.list.list_sections[].list_rows[].row_title
		message.list.list_sections[].list_rows[].row_description message.flow_button.caption message.flow_button.flow_id
		message.generate_custom_attribute message.carousel_button_type message.cards message.cards[].media_uri
		message.cards[].media_type message.cards[].body_text message.cards[].buttons
		message.cards[].cta_url_button.display_text message.cards[].cta_url_button.url`,
	inAppMessage: `type also_send_to_slideup_only_versions message message_text_color header header_text_color background_color
		close_button_color slide_from message_close icon icon_color icon_background_color image_url extras message_variation_id
		buttons buttons[].text buttons[].text_color buttons[].background_color ${clickKeys('')} ${clickKeys('buttons[].')}`,
	windowsPhone8Push: `push_type toast_title toast_content toast_navigation_uri toast_hash message_variation_id ${tokenKeys}`,
	windowsUniversalPush: `push_type toast_text1 toast_text2 toast_text3 toast_text_img_name message_variation_id
		extra_launch_string ${tokenKeys}`,
};

describe('the wire keys', () => {
	it.each(Object.entries(documentedKeys))('of %s are the documented ones', (name, keys) => {
		expect([...new Set(wireKeys(find(name).fields))].sort()).toEqual(keys.split(/\s+/).sort());
	});
});

describe('the declarations', () => {
	it.each(messageObjects.map((object) => [object.name, object] as const))(
		'of %s name each field once and rule by flat siblings',
		(_name, { fields }) => {
			const names = fields.map(({ name }) => name);
			expect(new Set(names).size).toBe(names.length);
			const flat = fields.filter(isFlat).map(({ name }) => name);
			for (const field of fields) {
				for (const rule of Object.keys(field.displayOptions?.show ?? {})) {
					expect([...flat, '/campaignId']).toContain(rule);
				}
			}
		},
	);

	it('refer to the parameters of other objects by names that exist', () => {
		const parameters = messageObjects.flatMap(draw).map(({ name }) => `/${name}`);
		const referred = JSON.stringify(messageObjects.map(draw)).match(/"\/[a-z]\w*(?=":)/gi) ?? [];
		expect(referred.length).toBeGreaterThan(0);
		for (const rule of new Set(referred)) {
			expect([...parameters, '/campaignId']).toContain(rule.slice(1));
		}
	});
});
