import { channelOf } from '../schemas/messages/messages.cts';

/** What a user, or a provider, can do with a message that arrived. */
export type Action = 'open' | 'click' | 'bounce' | 'unsubscribe' | 'reply';

export const ACTIONS: Action[] = ['open', 'click', 'bounce', 'unsubscribe', 'reply'];

/** The events of a channel: what arriving makes, and what each action makes. */
interface ChannelEvents {
	/** Name of the channel in the types of its events. */
	name: string;
	arrives: string[];
	actions: Partial<Record<Action, string[]>>;
}

const GROUP_STATE = 'users.behaviors.subscriptiongroup.StateChange';
const GLOBAL_STATE = 'users.behaviors.subscription.GlobalStateChange';

const push: ChannelEvents = {
	name: 'pushnotification',
	arrives: ['Send'],
	actions: { open: ['Open'], bounce: ['Bounce'], unsubscribe: [GLOBAL_STATE] },
};

const channels: Record<string, ChannelEvents> = {
	email: {
		name: 'email',
		arrives: ['Send', 'Delivery'],
		actions: {
			open: ['Open'],
			click: ['Click'],
			bounce: ['Bounce'],
			unsubscribe: ['Unsubscribe', GLOBAL_STATE],
		},
	},
	sms: {
		name: 'sms',
		arrives: ['Send', 'CarrierSend', 'Delivery'],
		actions: {
			click: ['ShortLinkClick'],
			bounce: ['DeliveryFailure'],
			unsubscribe: [GROUP_STATE],
			reply: ['InboundReceive'],
		},
	},
	whats_app: {
		name: 'whatsapp',
		arrives: ['Send', 'Delivery'],
		actions: {
			open: ['Read'],
			click: ['Click'],
			bounce: ['Failure'],
			unsubscribe: [GROUP_STATE],
			reply: ['InboundReceive'],
		},
	},
	content_card: {
		name: 'contentcard',
		arrives: ['Send'],
		actions: { open: ['Impression'], click: ['Click'] },
	},
	in_app_message: {
		name: 'inappmessage',
		arrives: [],
		actions: { open: ['Impression'], click: ['Click'] },
	},
	// its events depend on what the receiver answers
	webhook: { name: 'webhook', arrives: [], actions: {} },
};

/** The events of a message by its key in `messages`. */
export function eventsOf(messageKey: string): ChannelEvents | undefined {
	const channel = channelOf(messageKey);
	return channel.endsWith('_push') ? push : channels[channel];
}

/** The whole type of an event that a channel names by its last part. */
export function typeOf({ name }: ChannelEvents, event: string): string {
	return event.includes('.') ? event : `users.messages.${name}.${event}`;
}

/** What can be done with a message of these channels. */
export function actionsOf(messageKeys: string[]): Action[] {
	const possible = new Set(messageKeys.flatMap((key) => Object.keys(eventsOf(key)?.actions ?? {})));
	return ACTIONS.filter((action) => possible.has(action));
}
