import { DateTime } from 'luxon';

import type { Delivery, RecordedRequest, SandboxSeed, ScheduledSend } from '../sandbox/sandbox.cts';
import { carrierOf, pairsOf, textOf } from './content.cts';
import type { ExampleRun } from './examples.cts';
import type { AnsweredCall } from './trigger.cts';
import { count, cut, styled, width, wrap } from './terminal.cts';

const SHOWN = 3;
const INDENT = 9;

/** A line under a label; without one, it goes on with the line above. */
const line = (label: string, text: string): string =>
	`${styled('dim', label.padStart(INDENT - 3))}   ${text}`;

const lines = (label: string, text: string): string[] =>
	wrap(text, width - INDENT).map((part, index) => line(index === 0 ? label : '', part));

/** What a person should see of the run of one example. */
export function reportOf(run: ExampleRun, number: string, seed: SandboxSeed): string[] {
	const { example, items, calls, requests, deliveries, schedules, steps, notes, failures } = run;
	const hints = steps.flatMap((step) => step.hints.map(({ message }) => message));
	return [
		'',
		styled('bold', `${number}  ${example.workflow.name ?? example.file}`),
		styled('dim', `examples/${example.file}`),
		...callLines(calls),
		...listed('in', count(items.length, 'item'), items.map(pairsOf), 1),
		...(calls.length === 0 || requests.length > 0 ? requestLines(requests) : []),
		...scheduleLines(schedules),
		...deliveryLines(deliveries, seed),
		...(deliveries.length === 0 ? answerLines(run) : []),
		...[...new Set(hints)].flatMap((hint) => lines('hint', hint)),
		...notes.flatMap((note) => lines('note', note)),
		...failures.flatMap((failure) => lines(styled('red', 'fault'), failure)),
	];
}

/** What Braze asked, and what it was answered. */
function callLines(calls: AnsweredCall[]): string[] {
	if (calls.length === 0) return [];
	const entries = calls.map(({ method, body, query, status, answer }) => {
		const { events, status: about } = body ?? {};
		const what = Array.isArray(events)
			? count(events.length, 'event')
			: String(about ?? query ?? 'nothing');
		return `${method} with ${what}, answered ${status}: ${pairsOf(answer)}`;
	});
	return listed('call', `${count(calls.length, 'request')} by Braze`, entries);
}

/** A heading, a few entries below it, and how many more there are. */
function listed(
	label: string,
	heading: string,
	entries: string[],
	shown = SHOWN,
	linesEach = 1,
): string[] {
	const more = entries.length - shown;
	return [
		line(label, heading),
		...entries
			.slice(0, shown)
			.flatMap((entry) => folded(entry, linesEach).map((part) => line('', `  ${part}`))),
		...(more > 0 ? [line('', styled('dim', `  and ${more} more`))] : []),
	];
}

function folded(text: string, most: number): string[] {
	const room = width - INDENT - 2;
	return most === 1 ? [cut(text, room)] : wrap(text, room).slice(0, most);
}

function requestLines(requests: RecordedRequest[]): string[] {
	const groups = groupBy(requests, ({ method, path }) => `${method} ${path}`);
	const total = line('out', count(requests.length, 'request'));
	const each = [...groups].flatMap(([what, group]) => {
		const statuses = [...new Set(group.map(({ status }) => status))].join(', ');
		const times = group.length > 1 ? ` × ${group.length}` : '';
		const text = `${what}${times}, ${aimOf(group)}answered ${statuses}`;
		return folded(text, 2).map((part) => line('', `  ${part}`));
	});
	return [total, ...each];
}

/** Whom a group of requests is for, as far as it says. */
function aimOf(requests: RecordedRequest[]): string {
	const users = requests.map(({ body }) => {
		const lists = body as Partial<Record<string, unknown[]>> | undefined;
		return ['external_user_ids', 'user_aliases', 'recipients'].reduce(
			(sum, list) => sum + (lists?.[list]?.length ?? 0),
			0,
		);
	});
	if (users.some((number) => number > 0)) {
		if (users.length === 1) return `${count(users[0], 'user')}, `;
		const equal = users.every((number) => number === users[0]);
		return equal ? `${count(users[0], 'user')} each, ` : `${users.join(' + ')} users, `;
	}
	const body = requests[0].body as Record<string, unknown> | undefined;
	if (body?.segment_id !== undefined) return 'a segment, ';
	return body?.audience !== undefined ? 'an audience, ' : '';
}

function scheduleLines(schedules: ScheduledSend[]): string[] {
	if (schedules.length === 0) return [];
	const entries = schedules.map(({ schedule, state }) => {
		const clock = schedule.in_local_time ? " on each user's clock" : '';
		return `${schedule.time.replace('T', ' ').replace('Z', ' UTC')}${clock}: ${state}`;
	});
	const heading = `${count(schedules.length, 'schedule')}; the sandbox's clock moves on until none waits`;
	return listed('time', heading, entries);
}

function deliveryLines(deliveries: Delivery[], seed: SandboxSeed): string[] {
	const byCarrier = groupBy(deliveries, (delivery) => carrierOf(seed, delivery));
	return [...byCarrier].flatMap(([carrier, group]) => {
		const users = new Set(group.map(({ userId }) => userId)).size;
		const longest = Math.max(...group.slice(0, SHOWN).map(({ userId }) => userId.length));
		const entries = group.map((delivery) => {
			const time = delivery.scheduleId === undefined ? '' : `${timeOf(delivery, seed)}  `;
			return `${delivery.userId.padEnd(longest)}  ${time}${textOf(delivery)}`;
		});
		const shown = group.length === SHOWN + 1 ? SHOWN + 1 : SHOWN;
		return listed('got', `${styled('cyan', carrier)} to ${count(users, 'user')}`, entries, shown);
	});
}

/** When a scheduled message arrived, on the user's own clock. */
function timeOf({ at, userId }: Delivery, { users }: SandboxSeed): string {
	const { time_zone: zone = 'UTC' } = users.find((user) => user.external_id === userId) ?? {};
	return DateTime.fromMillis(at, { zone }).toFormat(`d LLL HH:mm '${zone}'`);
}

function answerLines({ steps }: ExampleRun): string[] {
	return steps.flatMap(({ name, output }) => {
		const items = output.flat().map(({ json }) => pairsOf(json));
		return listed('answer', `${name}: ${count(items.length, 'item')}`, items, SHOWN, 3);
	});
}

function groupBy<Entry>(entries: Entry[], keyOf: (entry: Entry) => string): Map<string, Entry[]> {
	const groups = new Map<string, Entry[]>();
	for (const entry of entries) {
		const key = keyOf(entry);
		groups.set(key, [...(groups.get(key) ?? []), entry]);
	}
	return groups;
}

/** The last words of the demo. */
export function summaryOf(runs: ExampleRun[], seconds: number): string[] {
	const sum = (numberOf: (run: ExampleRun) => number) =>
		runs.reduce((total, run) => total + numberOf(run), 0);
	const failures = sum((run) => run.failures.length);
	const verdict =
		failures === 0
			? styled('green', 'Nothing was refused.')
			: styled('red', `${count(failures, 'fault')}, see above.`);
	return [
		'',
		'─'.repeat(width),
		...wrap(
			`${count(runs.length, 'workflow')} ran in ${seconds.toFixed(1)} s: ` +
				`${count(
					sum((run) => run.items.length),
					'item',
				)} in, ${count(
					sum((run) => run.requests.length),
					'request',
				)} out, ${count(
					sum((run) => run.deliveries.length),
					'message',
				)} delivered.`,
			width,
		),
		verdict,
	];
}
