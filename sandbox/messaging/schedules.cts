import { DateTime } from 'luxon';
import { parseDateTime } from '../schemas/formats.cts';
import { deliver, type Send } from './sending.cts';
import type { UserProfile } from '../workspace/users.cts';
import type { Workspace } from '../workspace/workspace.cts';

/** Braze's schedule object. */
export interface Schedule {
	time: string;
	in_local_time?: boolean;
	at_optimal_time?: boolean;
}

/** Users who get a scheduled send at one moment. */
interface Wave {
	at: number;
	state: 'pending' | 'sent' | 'skipped';
	timeZone?: string;
	/** Hour of the day, for intelligent timing. */
	hour?: number;
}

/** A send that waits for its time. */
export interface ScheduledSend {
	scheduleId: string;
	state: 'pending' | 'sent' | 'cancelled';
	schedule: Schedule;
	createdAt: number;
	send: Send;
	waves: Wave[];
	/** What the sandbox noticed while sending. */
	notes: string[];
}

// The last and the first zone on earth in which a clock time comes and goes.
const LAST_ZONE = 'Etc/GMT+12';
const FIRST_ZONE = 'Etc/GMT-14';
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Whether an in_local_time schedule has passed everywhere, or anywhere, in the world. */
export function hasPassed(
	schedule: Schedule,
	where: 'everywhere' | 'anywhere',
	now: number,
): boolean {
	if (!schedule.in_local_time) return false;
	const zone = where === 'everywhere' ? LAST_ZONE : FIRST_ZONE;
	return clockTime(schedule.time, zone).toMillis() <= now;
}

/** All scheduled sends of the workspace; sends what is due whenever it is told to look. */
export class Schedules {
	readonly all: ScheduledSend[] = [];
	/** When the next wave is due; kept, because it is asked for with every request. */
	private next = Infinity;

	constructor(private readonly workspace: Workspace) {}

	reset(): void {
		this.all.length = 0;
		this.next = Infinity;
	}

	find(scheduleId: unknown): ScheduledSend | undefined {
		return this.all.find((scheduled) => scheduled.scheduleId === scheduleId);
	}

	add(scheduleId: string, schedule: Schedule, send: Send): void {
		const now = this.workspace.clock.now();
		const waves = this.wavesOf(schedule, now);
		const isOpen = waves.some(isPending);
		const state = isOpen ? 'pending' : 'sent';
		this.all.push({ scheduleId, state, schedule, createdAt: now, send, waves, notes: [] });
		this.next = Math.min(this.next, ...waves.filter(isPending).map((wave) => wave.at));
		this.sendDue();
	}

	/** Replaces the whole schedule: a flag left out now is false, whatever it was. */
	reschedule(scheduled: ScheduledSend, schedule: Schedule): void {
		scheduled.schedule = schedule;
		scheduled.waves = this.wavesOf(schedule, this.workspace.clock.now());
		if (!scheduled.waves.some(isPending)) scheduled.state = 'sent';
		this.next = this.earliest();
		this.sendDue();
	}

	cancel(scheduled: ScheduledSend): void {
		scheduled.state = 'cancelled';
		this.next = this.earliest();
	}

	/** Epoch milliseconds of the next send; undefined where none is waiting. */
	nextAt(): number | undefined {
		return this.next === Infinity ? undefined : this.next;
	}

	/** Sends everything whose time has come, in the order of time. */
	sendDue(): void {
		const now = this.workspace.clock.now();
		if (now < this.next) return;
		const due = this.pendingWaves().filter(({ wave }) => wave.at <= now);
		for (const { scheduled, wave } of due.sort((left, right) => left.wave.at - right.wave.at)) {
			wave.state = 'sent';
			const note = (text: string) => scheduled.notes.push(text);
			deliver(this.workspace, scheduled.send, wave.at, note, (user) => isOf(wave, user));
			if (!scheduled.waves.some(isPending)) scheduled.state = 'sent';
		}
		this.next = this.earliest();
	}

	private earliest(): number {
		return this.pendingWaves().reduce((first, { wave }) => Math.min(first, wave.at), Infinity);
	}

	private pendingWaves(): Array<{ scheduled: ScheduledSend; wave: Wave }> {
		return this.all
			.filter((scheduled) => scheduled.state === 'pending')
			.flatMap((scheduled) =>
				scheduled.waves.filter(isPending).map((wave) => ({ scheduled, wave })),
			);
	}

	private wavesOf(schedule: Schedule, now: number): Wave[] {
		if (schedule.at_optimal_time) return optimalWaves(schedule, now);
		if (schedule.in_local_time) {
			return this.workspace.users.timeZones().map((timeZone) => {
				const at = clockTime(schedule.time, timeZone).toMillis();
				// Where the clock time is over already, nobody can get the message at that time any more.
				return { at, timeZone, state: at < now ? 'skipped' : 'pending' };
			});
		}
		const at = parseDateTime(schedule.time)?.toMillis() ?? now;
		return [{ at: Math.max(at, now), state: 'pending' }];
	}
}

function isPending(wave: Wave): boolean {
	return wave.state === 'pending';
}

// What Braze knows about a user's habits the sandbox does not, so every user has a fixed hour of the day.
function optimalWaves(schedule: Schedule, now: number): Wave[] {
	const day = clockTime(schedule.time, 'UTC').startOf('day');
	return HOURS.map((hour) => ({
		at: Math.max(day.plus({ hours: hour }).toMillis(), now),
		hour,
		state: 'pending',
	}));
}

function isOf(wave: Wave, user: UserProfile): boolean {
	if (wave.timeZone !== undefined) return user.time_zone === wave.timeZone;
	return wave.hour === undefined || optimalHour(user) === wave.hour;
}

function optimalHour(user: UserProfile): number {
	const sum = [...user.userId].reduce((total, letter) => total + letter.charCodeAt(0), 0);
	return sum % HOURS.length;
}

/** The clock time of a schedule in a zone; a designator the sender should have left out is not read. */
function clockTime(time: string, zone: string): DateTime {
	return DateTime.fromISO(time, { setZone: true }).setZone(zone, { keepLocalTime: true });
}
