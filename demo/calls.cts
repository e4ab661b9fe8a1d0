import type { IDataObject } from 'n8n-workflow';

/** A request that Braze sends to the webhook of an example. */
export interface BrazeCall {
	/** What goes out as JSON. */
	body?: IDataObject;
	/** What stands behind the URL, and behind the secret where that is in the URL. */
	query?: string;
}

const WORKSPACE = { app_group_id: '11111111-1111-4111-8111-111111111111' };
const FIRST_TIME = 1_790_000_000;
const FIRST_POSTBACK = '2026-09-21T14:13:22.000Z';

/** One event of a Current; the number makes its ID and its time. */
const event = (
	number: number,
	type: string,
	user: string | null,
	properties: IDataObject,
): IDataObject => ({
	event_type: type,
	id: `0a1b2c3d-0000-4000-8000-${String(number).padStart(12, '0')}`,
	time: FIRST_TIME + number,
	user:
		user === null
			? { user_id: null }
			: { user_id: `b000000000000000000000${user.slice(-2)}`, external_user_id: user },
	properties: { ...WORKSPACE, ...properties },
});

const inboundSms = (number: number, user: string | null, text: string): IDataObject =>
	event(number, 'users.messages.sms.InboundReceive', user, {
		user_phone_number: `+1555555010${number}`,
		inbound_phone_number: '+15555550100',
		action: 'None',
		message_body: text,
		media_urls: [],
		subscription_group_id: '50000000-0000-4000-8000-000000000001',
	});

const email = (number: number, what: string, user: string, more: IDataObject = {}): IDataObject =>
	event(number, `users.messages.email.${what}`, user, {
		campaign_id: 'c0000000-0000-4000-8000-000000000007',
		campaign_name: 'Weekly newsletter',
		dispatch_id: '64f0000000000000000000aa',
		email_address: `${user}@example.com`,
		...more,
	});

const priceWatched = (number: number, user: string, product: string, price: string): IDataObject =>
	event(number, 'users.behaviors.CustomEvent', user, {
		name: 'price_watched',
		custom_properties: { product, price },
	});

const postback = (
	status: string,
	user: string,
	metadata: IDataObject,
	about = 'order-4712',
): IDataObject => ({
	dispatch_id: `64f00000000000000000b${user.slice(-3)}`,
	status,
	metadata: {
		...metadata,
		campaign_api_id: 'c0000000-0000-4000-8000-000000000001',
		external_send_id: `${user}_${about}`,
	},
});

const opened = email(9, 'Open', 'user-001');
const secondWatch = priceWatched(32, 'user-002', 'Trail shoes', '74');

/** What Braze would send to each example that begins with a Braze Trigger, by the name of its file. */
export const calls: Record<string, BrazeCall[]> = {
	'20-answer-an-inbound-sms.json': [
		{
			body: {
				events: [
					inboundSms(1, 'user-001', 'When will my parcel arrive?'),
					inboundSms(2, 'user-002', 'Thank you!'),
					inboundSms(3, null, 'Where does this come from?'),
					opened,
				],
			},
		},
	],
	'21-alert-about-complaints.json': [
		{
			body: {
				events: [
					opened,
					email(21, 'MarkAsSpam', 'user-001'),
					email(22, 'Bounce', 'user-002', { bounce_reason: '550 no such mailbox', is_drop: false }),
				],
			},
		},
	],
	'22-bounced-email-to-sms.json': [
		{ body: postback('delivered', 'user-001', { delivered_at: FIRST_POSTBACK }) },
		{
			body: postback('bounced', 'user-002', {
				bounced_at: FIRST_POSTBACK,
				reason: '550 no such mailbox',
			}),
		},
	],
	'23-coupon-for-connected-content.json': [{ query: '?user_id=user-001' }],
	'24-events-once-each.json': [
		{
			body: {
				events: [priceWatched(31, 'user-001', 'Rain jacket', '89'), secondWatch, secondWatch],
			},
		},
		{ body: { events: [secondWatch, priceWatched(33, 'user-003', 'Backpack', '59')] } },
	],
	'27-status-of-a-transactional-email.json': [
		{ body: postback('sent', 'user-001', { sent_at: FIRST_POSTBACK }, 'reset-7001') },
		{ body: postback('delivered', 'user-001', { delivered_at: FIRST_POSTBACK }, 'reset-7001') },
		{
			body: postback(
				'bounced',
				'user-002',
				{ bounced_at: FIRST_POSTBACK, reason: '550 no such mailbox' },
				'reset-7002',
			),
		},
	],
	'28-webhook-step-asks-for-the-tier.json': [{ body: { user_id: 'user-001', points: '640' } }],
	'29-export-is-ready.json': [
		{
			body: { success: true, url: 'https://example.com/exports/64f0000000000000000000ee.zip' },
			query: '&export=newsletter',
		},
	],
};
