import { BrazeError, refuse } from '../errors.cts';
import { newId } from '../workspace/ids.cts';
import { hasPassed, type Schedule, type ScheduledSend } from './schedules.cts';
import type { Send } from './sending.cts';
import { done, type Answer, type Call } from '../endpoints/endpoint.cts';
import { accepted } from './targeting.cts';

/** Refuses a schedule whose clock time is over in every time zone. */
export function checkSchedule(call: Call): void {
	const schedule = call.body.schedule as Schedule | undefined;
	if (!schedule || !hasPassed(schedule, 'everywhere', call.workspace.clock.now())) return;
	refuse([{ detail: 'schedule.time has passed in every time zone' }]);
}

/** Keeps a send for its time and answers with its schedule_id. */
export function createSchedule(call: Call, send: Send, errors: string[]): Answer {
	checkSchedule(call);
	const scheduleId = newId();
	const scheduled = { ...send, scheduleId };
	call.schedules.add(scheduleId, call.body.schedule as Schedule, scheduled);
	return accepted(scheduled, errors);
}

/** The waiting send a request is about; refused where it does not wait, or is not of this kind and id. */
export function pendingSchedule(call: Call, kind: Send['kind']): ScheduledSend {
	const { schedule_id: id, campaign_id: campaignId, canvas_id: canvasId } = call.body;
	const scheduled = call.schedules.find(id);
	const isIt =
		scheduled?.send.kind === kind &&
		(kind !== 'campaign' || scheduled.send.campaignId === campaignId) &&
		(scheduled.send.kind !== 'canvas' || scheduled.send.canvasId === canvasId);
	if (!scheduled || !isIt) throw invalidSchedule(`schedule_id ${String(id)} is not known here`);
	if (scheduled.state !== 'pending') throw invalidSchedule(`it is already ${scheduled.state}`);
	return scheduled;
}

/**
 * Whether a change comes too late: a local-time send that has begun somewhere keeps its time, and
 * Braze does not say so.
 */
export function isTooLate(call: Call, { schedule }: ScheduledSend): boolean {
	if (!hasPassed(schedule, 'anywhere', call.workspace.clock.now())) return false;
	call.note('ignored: the local time has already come in some time zone');
	return true;
}

function invalidSchedule(detail: string): BrazeError {
	return new BrazeError(400, 'Invalid Schedule ID', [detail]);
}

/** Gives a waiting trigger another time, which replaces its whole schedule. */
export function updateTriggerSchedule(call: Call, kind: 'campaign' | 'canvas'): Answer {
	const scheduled = pendingSchedule(call, kind);
	checkSchedule(call);
	if (!isTooLate(call, scheduled)) {
		call.schedules.reschedule(scheduled, call.body.schedule as Schedule);
	}
	return done();
}
