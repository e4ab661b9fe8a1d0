import { createHash } from 'node:crypto';
import type { Subject } from './events.cts';

export const BOUNCE_REASON = '550 no such mailbox';
const OWN_NUMBER = '+15555550100';
const LINK = /https?:\/\/[^\s"'<>)\\]+/;

type Content = Record<string, unknown>;

/** Properties of the events of a message, under Braze's names; each event takes those it has. */
export function valuesOf(subject: Subject): Record<string, unknown> {
	const { delivery, profile, channel = '' } = subject;
	const content = (delivery?.content ?? {}) as Content;
	const phone = phoneOf(subject);
	const email = profile?.email ?? delivery?.user.email ?? null;
	return {
		app_id: content.app_id,
		email_address: email,
		esp: 'SendGrid',
		from_domain: typeof content.from === 'string' ? /@([^>\s]+)/.exec(content.from)?.[1] : null,
		subscription_group_id: content.subscription_group_id ?? groupOf(content),
		to_phone_number: phone,
		user_phone_number: phone,
		phone_number: phone,
		from_phone_number: OWN_NUMBER,
		inbound_phone_number: OWN_NUMBER,
		is_sms_fallback: false,
		platform: channel.startsWith('apple') ? 'ios' : channel.split('_')[0],
		push_token: delivery?.user.push_token,
		message_id: delivery && `message-${delivery.index}`,
		content_card_id: delivery && `card-${delivery.index}`,
		card_id: delivery && `card-${delivery.index}`,
		template_name: (content.message as Content | undefined)?.template_name,
		url: LINK.exec(JSON.stringify(content))?.[0] ?? 'https://example.com/',
		short_url: 'https://brz.example/s',
		is_suspected_bot_click: false,
		suspected_bot_click_reason: [],
		is_amp: false,
		is_drop: false,
		bounce_reason: BOUNCE_REASON,
		error: 'Unknown destination handset',
		provider_error_code: '30005',
		provider_error_title: 'Message undeliverable',
		channel: channel.endsWith('_push') ? 'push' : channel,
		channel_identifier: channel === 'email' ? email : phone,
		send_id: delivery?.sendId,
		state_change_source: 'User',
		subscription_status: 'Unsubscribed',
		in_control_group: false,
		media_urls: [],
		action: 'None',
	};
}

function groupOf(content: Content): unknown {
	return (content.message as Content | undefined)?.subscription_group_id;
}

/** The number of a user; one for each that has none, out of those kept for fiction. */
function phoneOf({ profile, delivery }: Subject): string {
	const hash = createHash('sha256')
		.update(profile?.userId ?? delivery?.userId ?? '')
		.digest();
	return (
		profile?.phone ?? `+1${200 + (hash[0] % 100)}55501${String(hash[1] % 100).padStart(2, '0')}`
	);
}

const STOPS = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'ARRET'];
const STARTS = ['START', 'UNSTOP', 'YES'];

/** What a reply does by itself. */
export function actionOfReply(text: string): 'None' | 'Subscribed' | 'Unsubscribed' {
	const word = text.trim().toUpperCase();
	if (STOPS.includes(word)) return 'Unsubscribed';
	return STARTS.includes(word) ? 'Subscribed' : 'None';
}
