import type { Audience } from './audience.cts';
import { BrazeError, refuse } from '../errors.cts';
import { MAX_USERS } from '../limits.cts';
import { withoutInvalid } from './reach.cts';
import { channelOf, messageProblems, type MessagesPlace } from '../schemas/messages/messages.cts';
import { aliasProblems } from '../schemas/recipient.cts';
import type { Problem } from '../schemas/validate.cts';
import type { SeedCampaign } from '../workspace/campaigns.cts';
import type { MessagesSend } from './sending.cts';
import type { UserIdentifier } from '../workspace/users.cts';
import { newDispatchId } from '../workspace/ids.cts';
import type { Workspace } from '../workspace/workspace.cts';
import type { Call } from '../endpoints/endpoint.cts';
import { broadcastProblems, checkSegment, checkSendId, trackedSendId } from './targeting.cts';

export type Messages = Record<string, Record<string, unknown>>;

interface MessagesBody {
	broadcast?: boolean;
	external_user_ids?: string[];
	user_aliases?: Array<{ alias_name: string; alias_label: string }>;
	segment_id?: string;
	audience?: Audience;
	campaign_id?: string;
	send_id?: string;
	recipient_subscription_state?: MessagesSend['subscriptionState'];
	messages: Messages;
}

/** Reads the body of /messages/send or /messages/schedule/create into a send, or refuses it. */
export function readMessagesSend(
	call: Call,
	place: MessagesPlace,
): { send: MessagesSend; errors: string[] } {
	const { workspace } = call;
	const body = call.body as unknown as MessagesBody;
	const named = namedUsers(body);
	refuse([
		...targetProblems(body, named.length > 0),
		...userProblems(body),
		...messageProblems(place, body.messages, workspace.clock.now()),
	]);
	checkSegment(workspace, body.segment_id);
	const campaign = apiCampaign(workspace, body.campaign_id);
	checkContent(workspace, body.messages, campaign);
	checkSendId(workspace, body.campaign_id, body.send_id);
	const valid = withoutInvalid(workspace, named.length > 0 ? named : undefined);
	const send: MessagesSend = {
		kind: 'messages',
		dispatchId: newDispatchId(),
		sendId: trackedSendId(workspace, campaign, body.send_id, named.length > 0),
		requestIndex: call.requestIndex,
		campaignId: body.campaign_id,
		target: {
			named: targetsTokensOnly(body) ? [] : valid.named,
			segmentId: body.segment_id,
			audience: body.audience,
		},
		subscriptionState: body.recipient_subscription_state ?? 'subscribed',
		messages: body.messages,
	};
	return { send, errors: valid.errors };
}

/** Refuses messages that name a variation or a template the workspace does not have. */
export function checkContent(
	workspace: Workspace,
	messages: Messages,
	campaign: SeedCampaign | undefined,
): void {
	if (campaign) refuse(variationProblems(messages, campaign));
	const templateId = messages.email?.email_template_id;
	if (templateId !== undefined && !workspace.emailTemplates.find(templateId)) {
		const detail = `messages.email.email_template_id ${String(templateId)} is not known`;
		throw new BrazeError(400, 'Invalid Email Template ID', [detail]);
	}
}

/** The API campaign a request is tracked under; undefined where it names none. */
export function apiCampaign(
	workspace: Workspace,
	id: string | undefined,
): SeedCampaign | undefined {
	if (id === undefined) return undefined;
	const campaign = workspace.campaigns.find(id);
	if (campaign?.kind === 'api') return campaign;
	throw new BrazeError(400, 'Invalid Campaign ID', [`campaign_id ${id} is not an API campaign`]);
}

function variationProblems(messages: Messages, campaign: SeedCampaign): Problem[] {
	return Object.entries(messages).flatMap(([key, message]) => {
		const id = message.message_variation_id;
		const at = `messages.${key}.message_variation_id`;
		if (typeof id !== 'string' || id === '') {
			return [
				{ title: 'Message Variant Unspecified', detail: `${at} is required with campaign_id` },
			];
		}
		const channel = campaign.variations[id];
		if (!channel) {
			return [{ title: 'Invalid Message Variant', detail: `${at} ${id} is not of ${campaign.id}` }];
		}
		if (channelOf(key) !== channelOf(channel)) {
			return [{ title: 'Mismatched Message Type', detail: `${at} ${id} is of ${channel}` }];
		}
		return [];
	});
}

function namedUsers(body: MessagesBody): UserIdentifier[] {
	return [
		...(body.external_user_ids ?? []).map((id) => ({ external_user_id: id })),
		...(body.user_aliases ?? []).map((alias) => ({ user_alias: alias })),
	];
}

function hasTokens(messages: Messages): boolean {
	return Object.entries(messages).some(
		([key, message]) => key.endsWith('_push') && message.also_send_to !== undefined,
	);
}

function targetsTokensOnly(body: MessagesBody): boolean {
	const { segment_id: segmentId, audience, messages } = body;
	const isTargeted = namedUsers(body).length > 0 || segmentId !== undefined || audience;
	return !isTargeted && hasTokens(messages);
}

function targetProblems(body: MessagesBody, namesUsers: boolean): Problem[] {
	// In the Appboy document push tokens count as recipients of their own.
	if (targetsTokensOnly(body)) return [];
	if (!namesUsers && body.segment_id === undefined && !body.audience) {
		const detail = 'one of external_user_ids, user_aliases, segment_id and audience is required';
		return [{ title: 'No Recipients', detail }];
	}
	return broadcastProblems(body, namesUsers, 'the message');
}

function userProblems(body: MessagesBody): Problem[] {
	const problems = (body.user_aliases ?? []).flatMap((alias, index) =>
		aliasProblems(alias, `user_aliases[${index}]`),
	);
	const count = namedUsers(body).length;
	if (count > MAX_USERS) {
		problems.push({
			title: 'The max number of external_ids and aliases per request was exceeded',
			detail: `${count} users are named, ${MAX_USERS} are allowed`,
		});
	}
	return problems;
}
