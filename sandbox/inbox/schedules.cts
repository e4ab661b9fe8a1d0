import type { ScheduledSend } from '../messaging/schedules.cts';
import { parseDateTime } from '../schemas/formats.cts';
import type { Send } from '../messaging/sending.cts';
import type { Workspace } from '../workspace/workspace.cts';
import { MAX_SHOWN, type Wanted } from './deliveries.cts';
import { fact, textOf, type Fact } from './fields.cts';
import { isCalled, nameOf, originOf, plannedChannelsOf } from './names.cts';
import { labelOf, previewOf, triggerPreview } from './previews/index.cts';
import type { Preview } from './previews/preview.cts';

const MAX_NAMED = 5;

export interface ShownSchedule {
	id: string;
	title: string;
	state: 'waiting' | 'partly sent' | 'sent' | 'cancelled';
	/** The time as it was sent. */
	time: string;
	/** That time as a moment, where it is the same for everyone. */
	at?: number;
	/** Whose clock the time is on. */
	clock: string;
	/** When it goes on, while it waits. */
	next?: number;
	who: string;
	/** Each message, as it will be seen. */
	previews: Array<{ key: string; label: string; preview: Preview }>;
	facts: Fact[];
}

export interface ShownSchedules {
	total: number;
	/** Newest first, at most MAX_SHOWN. */
	items: ShownSchedule[];
}

/** The newest schedules somebody looks for. One for a segment or an audience is for any user. */
export function showSchedules(
	workspace: Workspace,
	schedules: ScheduledSend[],
	{ user, channel }: Wanted,
): ShownSchedules {
	const wanted = schedules.filter(({ send }) => {
		if (channel !== '' && !plannedChannelsOf(workspace, send).includes(channel)) return false;
		return user === '' || (send.target.named?.some((named) => isCalled(named, user)) ?? true);
	});
	const newest = wanted.slice(-MAX_SHOWN).reverse();
	return { total: wanted.length, items: newest.map((one) => show(workspace, one)) };
}

function show(workspace: Workspace, scheduled: ScheduledSend): ShownSchedule {
	const { scheduleId, schedule, send, waves, notes } = scheduled;
	const isForAll = !schedule.in_local_time && !schedule.at_optimal_time;
	const waiting = waves.filter((wave) => wave.state === 'pending').map((wave) => wave.at);
	const previews = previewsOf(workspace, send);
	return {
		id: scheduleId,
		title: previews.map(({ label }) => label).join(', '),
		state: stateOf(scheduled),
		time: schedule.time,
		...(isForAll && { at: parseDateTime(schedule.time)?.toMillis() }),
		clock: clockOf(scheduled),
		...(scheduled.state === 'pending' && { next: Math.min(...waiting) }),
		who: whoOf(workspace, send),
		previews,
		facts: [
			...fact('schedule_id', scheduleId),
			...fact('dispatch_id', send.dispatchId),
			...fact('send_id', send.sendId),
			...fact('Belongs to', originOf(workspace, send)),
			...fact('Audience', send.target.audience),
			...fact('Noticed', notes.join('\n')),
		],
	};
}

function stateOf({ state, waves }: ScheduledSend): ShownSchedule['state'] {
	const hasBegun = waves.some((wave) => wave.state === 'sent');
	if (state === 'pending') return hasBegun ? 'partly sent' : 'waiting';
	return state;
}

function clockOf({ schedule, waves }: ScheduledSend): string {
	if (schedule.at_optimal_time) return 'on that day, at the best hour for each user';
	if (!schedule.in_local_time) return 'the same moment for everyone';
	const skipped = waves.filter((wave) => wave.state === 'skipped').length;
	const late = skipped > 0 ? `; already past in ${skipped} of ${waves.length} time zones` : '';
	return `on each user’s own clock${late}`;
}

function whoOf(workspace: Workspace, { target }: Send): string {
	const { named, segmentId, audience } = target;
	if (named) {
		const names = named.slice(0, MAX_NAMED).map((user) => textOf(nameOf(user)));
		const more = named.length - names.length;
		return `${names.join(', ') || 'Device tokens only'}${more > 0 ? ` and ${more} more` : ''}`;
	}
	const segment = segmentId && `segment ${workspace.segments.find(segmentId)?.name ?? segmentId}`;
	const parts = [segment, audience && 'an audience'].filter(Boolean);
	return parts.length > 0 ? `Everyone in ${parts.join(' and ')}` : 'Everyone';
}

function previewsOf(workspace: Workspace, send: Send): ShownSchedule['previews'] {
	if (send.kind === 'messages') {
		return Object.entries(send.messages).map(([key, message]) => ({
			key,
			label: labelOf(key),
			preview: previewOf(key, message),
		}));
	}
	const key = send.kind === 'campaign' ? 'trigger_properties' : 'context';
	const content = { [key]: send.properties, attachments: send.attachments };
	const channels = plannedChannelsOf(workspace, send).slice(1);
	const preview = triggerPreview(originOf(workspace, send) ?? '', content, channels);
	return [{ key: send.kind, label: labelOf(send.kind), preview }];
}
