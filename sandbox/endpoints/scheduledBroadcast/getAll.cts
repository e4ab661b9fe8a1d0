import { DateTime } from 'luxon';
import { parseDateTime } from '../../schemas/formats.cts';
import { keys } from '../../schemas/json-schema.cts';
import { queryTime } from '../../schemas/queries.cts';
import type { SeedScheduledBroadcast } from '../../workspace/scheduled-broadcasts.cts';
import type { Endpoint } from '../endpoint.cts';

// With these two Braze tells a clock time without its zone, because every user has another.
const ZONELESS = ['local_time_zones', 'intelligent_delivery'];

/** GET /messages/scheduled_broadcasts: what the dashboard, not the API, has scheduled. */
export const getScheduledBroadcasts: Endpoint = {
	method: 'GET',
	path: '/messages/scheduled_broadcasts',
	permission: 'messages.schedule_broadcasts',
	query: keys({ end_time: queryTime }, ['end_time']),
	success: 200,
	handle({ query, workspace }) {
		// Braze treats end_time as midnight UTC of its date.
		const end = parseDateTime(query.end_time)?.startOf('day').toMillis() ?? 0;
		const now = workspace.clock.now();
		const start = DateTime.fromMillis(workspace.startedAt, { zone: 'utc' }).startOf('day');
		const upcoming = (workspace.seed.scheduled_broadcasts ?? [])
			.map((broadcast) => ({ broadcast, next: nextSend(broadcast, start, now) }))
			.filter(({ next }) => next.toMillis() >= now && next.toMillis() < end)
			.map(({ broadcast: { name, id, type, tags, schedule_type: scheduleType }, next }) => ({
				name,
				id,
				type,
				tags: tags ?? [],
				next_send_time: nextSendTime(next, scheduleType),
				schedule_type: scheduleType,
			}));
		return { body: { scheduled_broadcasts: upcoming } };
	},
};

function nextSend(broadcast: SeedScheduledBroadcast, start: DateTime, now: number): DateTime {
	const { in_days: inDays, time, repeats_every_days: every } = broadcast;
	const [hour, minute, second] = time.split(':').map(Number);
	const first = start.plus({ days: inDays }).set({ hour, minute, second });
	const late = now - first.toMillis();
	if (!every || late <= 0) return first;
	const period = every * 24 * 60 * 60 * 1000;
	return first.plus({ days: Math.ceil(late / period) * every });
}

function nextSendTime(next: DateTime, scheduleType: string): string {
	const time = next.toFormat("yyyy-MM-dd'T'HH:mm:ss");
	return ZONELESS.includes(scheduleType) ? time : `${time}Z`;
}
