import { identifierOf, reach, type Reached, type Target } from './reach.cts';
import type { Recipient } from '../schemas/recipient.cts';
import type { SubscriptionState } from '../workspace/users.cts';
import type { UserIdentifier, UserProfile } from '../workspace/users.cts';
import type { Workspace } from '../workspace/workspace.cts';

interface SendIdentity {
	dispatchId: string;
	sendId?: string;
	scheduleId?: string;
	requestIndex: number;
}

/** Messages given in the request. */
export interface MessagesSend extends SendIdentity {
	kind: 'messages';
	campaignId?: string;
	target: Target<UserIdentifier>;
	subscriptionState: 'opted_in' | 'subscribed' | 'all';
	messages: Record<string, Record<string, unknown>>;
}

/** A campaign or Canvas from the dashboard, with what personalizes it. */
export interface TriggerSend extends SendIdentity {
	kind: 'campaign' | 'canvas';
	campaignId?: string;
	canvasId?: string;
	target: Target<Recipient>;
	properties: Record<string, unknown>;
	attachments?: unknown[];
}

export type Send = MessagesSend | TriggerSend;

/** Delivers a send to those of its users that `among` holds for, as of a moment. */
export function deliver(
	workspace: Workspace,
	send: Send,
	at: number,
	note: (text: string) => void,
	among: (user: UserProfile) => boolean = () => true,
): void {
	if (send.kind === 'messages') deliverMessages(workspace, send, at, note, among);
	else deliverTrigger(workspace, send, at, note, among);
}

function identityOf({ dispatchId, sendId, scheduleId, requestIndex }: SendIdentity): SendIdentity {
	return { dispatchId, sendId, scheduleId, requestIndex };
}

function deliverMessages(
	workspace: Workspace,
	send: MessagesSend,
	at: number,
	note: (text: string) => void,
	among: (user: UserProfile) => boolean,
): void {
	const { campaignId, messages, subscriptionState } = send;
	const reached = reach(workspace, send.target, at, note).filter(({ user }) => among(user));
	for (const [channel, content] of Object.entries(messages)) {
		for (const one of reached) {
			const state = subscriptionOf(channel, one.user);
			if (state && !isSubscribed(state, subscriptionState)) {
				note(`${one.user.userId} is ${state}, so ${channel} is not sent`);
				continue;
			}
			const { userId } = one.user;
			const user = identifierOf(one);
			workspace.deliveries.add({
				userId,
				user,
				channel,
				campaignId,
				content,
				...identityOf(send),
				at,
			});
		}
		deliverToTokens(workspace, send, channel, at);
	}
}

// Tokens and addresses of also_send_to have no user behind them, so no time zone and no state either.
function deliverToTokens(
	workspace: Workspace,
	send: MessagesSend,
	channel: string,
	at: number,
): void {
	const { also_send_to: more, ...content } = send.messages[channel];
	if (!Array.isArray(more)) return;
	for (const target of more as Array<string | { tokens: string[] }>) {
		const users =
			typeof target === 'string'
				? [{ email: target }]
				: target.tokens.map((token) => ({ push_token: token }));
		for (const user of users) {
			const userId = 'email' in user ? `email:${user.email}` : `push_token:${user.push_token}`;
			const { campaignId } = send;
			workspace.deliveries.add({
				userId,
				user,
				channel,
				campaignId,
				content,
				...identityOf(send),
				at,
			});
		}
	}
}

function deliverTrigger(
	workspace: Workspace,
	send: TriggerSend,
	at: number,
	note: (text: string) => void,
	among: (user: UserProfile) => boolean,
): void {
	const { campaignId, canvasId, attachments } = send;
	const canvasState = workspace.canvases.find(canvasId)?.state ?? 'active';
	if (canvasState !== 'active') {
		note(`the Canvas is ${canvasState}, so nobody enters it`);
		return;
	}
	writeAttributes(workspace, send.target.named);
	const campaign = workspace.campaigns.find(campaignId);
	const channels = campaign && [...new Set(Object.values(campaign.variations))];
	const key = send.kind === 'campaign' ? 'trigger_properties' : 'context';
	for (const one of reach(workspace, send.target, at, note).filter(({ user }) => among(user))) {
		const content = { [key]: mergedProperties(send, one), ...(attachments && { attachments }) };
		workspace.deliveries.add({
			userId: one.user.userId,
			user: identifierOf(one),
			channels,
			campaignId,
			canvasId,
			content,
			...identityOf(send),
			at,
		});
	}
}

/** Writes the attributes recipients bring along, and creates the users that may be created. */
function writeAttributes(workspace: Workspace, recipients: Recipient[] | undefined): void {
	for (const recipient of recipients ?? []) {
		if (!recipient.attributes) continue;
		const create = recipient.send_to_existing_only === false;
		workspace.users.write(recipient, recipient.attributes, create);
	}
}

function mergedProperties(send: TriggerSend, { named }: Reached<Recipient>): unknown {
	if (send.kind === 'campaign') return { ...send.properties, ...named?.trigger_properties };
	return { ...send.properties, ...named?.canvas_entry_properties, ...named?.context };
}

function subscriptionOf(channel: string, user: UserProfile): SubscriptionState | undefined {
	if (channel === 'email') return user.email_subscription;
	return channel.endsWith('_push') ? user.push_subscription : undefined;
}

function isSubscribed(
	state: SubscriptionState,
	wanted: MessagesSend['subscriptionState'],
): boolean {
	if (wanted === 'all') return true;
	return state === 'opted_in' || (wanted === 'subscribed' && state === 'subscribed');
}
