import { channelInDetails } from '../workspace/variations.cts';
import { moneyFor, numberFor, shareOf } from './numbers.cts';

type Stats = Record<string, unknown>;

/** The numbers of a message in a channel: what cannot be more than something else never is. */
function countsOf(channel: string, about: unknown[]): Record<string, number> {
	const sent = numberFor(400, ...about, 'sent');
	const part = (whole: number, percent: number, name: string) =>
		shareOf(whole, percent, ...about, name);
	const failed = part(sent, 5, 'failed');
	const delivered = sent - failed;
	const opens = part(delivered, 60, 'opens');
	const clicks = part(opens, 40, 'clicks');
	switch (channel) {
		case 'email':
			return {
				sent,
				delivered,
				opens,
				unique_opens: part(opens, 90, 'unique opens'),
				clicks,
				unique_clicks: part(clicks, 90, 'unique clicks'),
				unsubscribes: part(opens, 3, 'unsubscribes'),
				bounces: failed,
				reported_spam: part(opens, 1, 'spam'),
			};
		case 'sms':
			return {
				sent,
				sent_to_carrier: sent,
				delivered,
				rejected: 0,
				delivery_failed: failed,
				clicks,
				opt_out: part(delivered, 2, 'opt out'),
				help: part(delivered, 1, 'help'),
			};
		case 'whats_app':
			return { sent, delivered, failed, read: opens };
		case 'webhook':
			return { sent, errors: failed };
		case 'content_cards':
			return {
				sent,
				total_impressions: opens,
				unique_impressions: part(opens, 90, 'unique impressions'),
				total_clicks: clicks,
				unique_clicks: part(clicks, 90, 'unique clicks'),
				total_dismissals: failed,
				unique_dismissals: failed,
			};
		case 'in_app_message':
			return { impressions: opens, clicks, first_button_clicks: clicks, second_button_clicks: 0 };
		default:
			return {
				sent,
				direct_opens: clicks,
				total_opens: opens,
				bounces: failed,
				body_clicks: part(clicks, 50, 'body clicks'),
			};
	}
}

/** The channels that the answer always has, null where nothing uses them. */
const USUAL = ['ios_push', 'android_push', 'web_push', 'email', 'sms', 'webhook'];

/** One message of a campaign or of a step. */
export interface CountedMessage {
	variationId: string;
	/** The key that it has in a request. */
	messageKey: string;
	/** Gets nothing, and is compared with the others. */
	isControl?: boolean;
}

/** The numbers of messages by channel, for a day. */
export function messageStats(
	messages: CountedMessage[],
	about: unknown[],
): Record<string, Stats[] | null> {
	const byChannel: Record<string, Stats[] | null> = Object.fromEntries(
		USUAL.map((channel) => [channel, null]),
	);
	for (const message of messages) {
		const channel = channelInDetails(message.messageKey);
		byChannel[channel] = [...(byChannel[channel] ?? []), statsOf(message, channel, about)];
	}
	return byChannel;
}

function statsOf(message: CountedMessage, channel: string, about: unknown[]): Stats {
	const { variationId, isControl } = message;
	const counts = countsOf(channel, [...about, variationId]);
	const identity = {
		variation_name: isControl ? 'Control Group' : variationId,
		variation_api_id: variationId,
	};
	if (isControl) {
		const nothing = Object.fromEntries(Object.keys(counts).map((key) => [key, null]));
		return { ...identity, ...nothing, enrolled: numberFor(50, ...about, variationId) };
	}
	const reached = counts.sent ?? counts.impressions;
	const conversions = shareOf(reached, 10, ...about, variationId, 'conversions');
	return {
		...identity,
		...counts,
		unique_recipients: reached,
		conversions,
		conversions_by_send_time: conversions,
		revenue: conversions === 0 ? 0 : moneyFor(conversions * 50, ...about, variationId, 'revenue'),
	};
}

/** What the day of a campaign tells beside its messages: the sums of its variations. */
export function dayTotals(messages: Record<string, Stats[] | null>): Record<string, number> {
	const all = Object.values(messages).flatMap((stats) => stats ?? []);
	const sum = (key: string) => all.reduce((total, stats) => total + Number(stats[key] ?? 0), 0);
	return {
		conversions: sum('conversions'),
		conversions_by_send_time: sum('conversions_by_send_time'),
		unique_recipients: sum('unique_recipients'),
		revenue: Math.round(sum('revenue') * 100) / 100,
	};
}
