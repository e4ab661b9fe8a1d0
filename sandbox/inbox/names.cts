import type { Delivery } from '../records.cts';
import { channelOf } from '../schemas/messages/messages.cts';
import type { Send } from '../messaging/sending.cts';
import type { Workspace } from '../workspace/workspace.cts';

type User = Delivery['user'];

interface Origin {
	campaignId?: string;
	canvasId?: string;
}

/** How a person would name a user. */
export function nameOf({
	external_user_id,
	user_alias,
	email,
	braze_id,
	push_token,
}: User): string {
	if (external_user_id !== undefined) return external_user_id;
	if (user_alias) return `${user_alias.alias_name} (alias, ${user_alias.alias_label})`;
	if (email !== undefined) return email;
	return braze_id === undefined
		? `Device token ${push_token?.slice(0, 8)}…`
		: `${braze_id} (Braze ID)`;
}

/** Whether a user answers to a part of a name, whatever its case. */
export function isCalled(user: User, part: string): boolean {
	const { external_user_id, user_alias, email, braze_id, push_token } = user;
	return [external_user_id, user_alias?.alias_name, email, braze_id, push_token].some(
		(name) => name !== undefined && name.toLowerCase().includes(part),
	);
}

/** The campaign or Canvas something belongs to, by its name. */
export function originOf(
	workspace: Workspace,
	{ campaignId, canvasId }: Origin,
): string | undefined {
	if (canvasId !== undefined)
		return `Canvas ${workspace.canvases.find(canvasId)?.name ?? canvasId}`;
	if (campaignId === undefined) return undefined;
	return `Campaign ${workspace.campaigns.find(campaignId)?.name ?? campaignId}`;
}

/** What a delivery can be found under: its channel, or its trigger and the channels of that. */
export function channelsOf({ channel, channels, canvasId }: Delivery): string[] {
	if (channel !== undefined) return [channelOf(channel)];
	return [canvasId === undefined ? 'campaign' : 'canvas', ...(channels ?? []).map(channelOf)];
}

/** As channelsOf, for what waits to be sent. */
export function plannedChannelsOf(workspace: Workspace, send: Send): string[] {
	if (send.kind === 'messages') return Object.keys(send.messages).map(channelOf);
	const channels = Object.values(workspace.campaigns.find(send.campaignId)?.variations ?? {});
	return [send.kind, ...channels.map(channelOf)];
}
