import { createHash, randomUUID } from 'node:crypto';
import type { Delivery } from '../records.cts';
import type { UserProfile } from '../workspace/users.cts';
import type { Workspace } from '../workspace/workspace.cts';
import { EVENT_TYPES } from './event-types.cts';

/** One event of a Current. */
export interface BrazeEvent {
	event_type: string;
	id: string;
	/** UNIX seconds. */
	time: number;
	user?: Record<string, unknown>;
	properties: Record<string, unknown>;
}

/** What an event is about. */
export interface Subject {
	/** Left out for somebody the workspace does not know. */
	profile?: UserProfile;
	delivery?: Delivery;
	/** Key of the message in `messages`. */
	channel?: string;
}

const APP_GROUP = '11111111-1111-4111-8111-111111111111';

/** An event of this type; a property that `values` lacks is null, as Braze has it. */
export function eventOf(
	workspace: Workspace,
	eventType: string,
	subject: Subject,
	values: Record<string, unknown>,
): BrazeEvent {
	const known = EVENT_TYPES[eventType];
	const own = known
		? Object.fromEntries(known.own.map((name) => [name, values[name] ?? null]))
		: values;
	return {
		event_type: eventType,
		id: randomUUID(),
		time: Math.floor(workspace.clock.now() / 1000),
		user: userOf(subject.profile),
		properties: {
			app_group_id: APP_GROUP,
			...(subject.delivery && originOf(workspace, subject)),
			...(known?.hasSend &&
				subject.delivery && {
					dispatch_id: subject.delivery.dispatchId,
					send_id: subject.delivery.sendId ?? null,
				}),
			...own,
		},
	};
}

function userOf(profile: UserProfile | undefined): Record<string, unknown> {
	if (!profile) return { user_id: null };
	return {
		user_id: profile.braze_id,
		...(profile.external_id !== undefined && { external_user_id: profile.external_id }),
		timezone: profile.time_zone,
	};
}

/** An ID for what the seed gives none, the same every time. */
function madeUpId(name: string): string {
	return createHash('sha256').update(name).digest('hex').slice(0, 24);
}

function originOf(workspace: Workspace, { delivery, channel }: Subject): Record<string, unknown> {
	const campaign = workspace.campaigns.find(delivery?.campaignId);
	const canvas = workspace.canvases.find(delivery?.canvasId);
	const [variation] =
		Object.entries(campaign?.variations ?? {}).find(([, key]) => key === channel) ?? [];
	return {
		campaign_id: campaign?.id ?? null,
		campaign_name: campaign?.name ?? null,
		message_variation_id: variation ?? null,
		message_variation_name: variation === undefined ? null : 'Variant 1',
		canvas_id: canvas?.id ?? null,
		canvas_name: canvas?.name ?? null,
		canvas_step_id: null,
		canvas_step_name: null,
		canvas_variation_id: canvas ? madeUpId(canvas.id) : null,
		canvas_variation_name: canvas ? 'Variant 1' : null,
	};
}
