import type { Delivery } from '../records.cts';
import type { Action } from '../sender/channels.cts';
import { Sender } from '../sender/sender.cts';
import type { Workspace } from '../workspace/workspace.cts';
import { fact, type Fact } from './fields.cts';
import { channelsOf, isCalled, nameOf, originOf } from './names.cts';
import { labelOf, previewOf, triggerPreview } from './previews/index.cts';
import type { Preview } from './previews/preview.cts';

/** More than anybody reads; the rest is counted. */
export const MAX_SHOWN = 200;

/** What somebody looks for; an empty text is everything. */
export interface Wanted {
	user: string;
	channel: string;
}

export interface ShownDelivery {
	index: number;
	at: number;
	user: string;
	label: string;
	/** The campaign or Canvas it belongs to. */
	origin?: string;
	isScheduled: boolean;
	preview: Preview;
	/** What its user or a provider can do with it. */
	actions: Action[];
	/** Identifiers, for whoever looks closer. */
	facts: Fact[];
}

export interface ShownDeliveries {
	/** How many there are, shown or not. */
	total: number;
	/** Newest first, at most MAX_SHOWN, and only those after the cursor where it still holds. */
	items: ShownDelivery[];
	/** False where the page has to forget what it shows. */
	continues: boolean;
	cursor: string;
}

/** The newest deliveries somebody looks for, or only those that came since a cursor was handed out. */
export function showDeliveries(
	workspace: Workspace,
	wanted: Wanted,
	cursor: string | undefined,
): ShownDeliveries {
	const deliveries = workspace.deliveries.all;
	const last = lastSeen(deliveries, cursor);
	let total = 0;
	const newest: Delivery[] = [];
	const isEverything = wanted.user === '' && wanted.channel === '';
	for (let index = deliveries.length - 1; index >= 0; index -= 1) {
		const isNew = index > (last ?? -1) && newest.length < MAX_SHOWN;
		if (isEverything && !isNew) break;
		if (!isWanted(deliveries[index], wanted)) continue;
		total += 1;
		if (isNew) newest.push(deliveries[index]);
	}
	return {
		total: isEverything ? deliveries.length : total,
		items: newest.map((delivery) => show(workspace, delivery)),
		continues: last !== undefined,
		cursor: cursorOf(deliveries.at(-1)),
	};
}

function isWanted(delivery: Delivery, { user, channel }: Wanted): boolean {
	if (channel !== '' && !channelsOf(delivery).includes(channel)) return false;
	return (
		user === '' || isCalled(delivery.user, user) || delivery.userId.toLowerCase().includes(user)
	);
}

function show(workspace: Workspace, delivery: Delivery): ShownDelivery {
	const { index, at, channel, channels = [], canvasId, content } = delivery;
	const origin = originOf(workspace, delivery);
	const trigger = canvasId === undefined ? 'campaign' : 'canvas';
	return {
		index,
		at,
		user: nameOf(delivery.user),
		label: labelOf(channel ?? trigger),
		...(channel !== undefined && origin && { origin }),
		isScheduled: delivery.scheduleId !== undefined,
		preview:
			channel === undefined
				? triggerPreview(origin ?? '', content, channels)
				: previewOf(channel, content),
		actions: Sender.actionsOf(delivery),
		facts: [
			...fact('dispatch_id', delivery.dispatchId),
			...fact('send_id', delivery.sendId),
			...fact('schedule_id', delivery.scheduleId),
			...fact('campaign_id', delivery.campaignId),
			...fact('canvas_id', canvasId),
		],
	};
}

// The dispatch_id is random, so a cursor from before a reset is not taken for one of now.
function cursorOf(delivery: Delivery | undefined): string {
	return delivery ? `${delivery.index}.${delivery.dispatchId}` : '';
}

function lastSeen(deliveries: Delivery[], cursor: string | undefined): number | undefined {
	const index = Number.parseInt(cursor ?? '', 10);
	return cursor && cursorOf(deliveries[index]) === cursor ? index : undefined;
}
