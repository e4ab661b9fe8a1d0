import { DateTime } from 'luxon';
import type { IDataObject, IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { isAbsent, isObject } from '../schema/convert';
import { InvalidInput } from '../schema/invalidInput';
import type { WriteContext } from '../schema/write';
import type { ItemParameters } from '../pipeline/read/parameters';
import { toInstant, toWallClock } from '../schema/time';

const TIME = 'Time';

/** The zones in which a clock time comes first and last. */
const LAST_ZONE = 'UTC-12';

/** @returns the part of the form that says when; where a time is not required, an empty one keeps the old schedule */
export function describeSchedule(
	show: NonNullable<IDisplayOptions['show']>,
	required = true,
): INodeProperties[] {
	return [
		{
			displayName: TIME,
			name: 'time',
			type: 'dateTime',
			default: '',
			required,
			description: required
				? "When to send; a time without an offset is meant in the workflow's time zone"
				: 'New time, which replaces the old time and delivery as a whole; empty keeps both',
			displayOptions: { show },
		},
		{
			displayName: 'Delivery',
			name: 'delivery',
			type: 'options',
			default: 'exactTime',
			description: 'Whose clock the time is read on',
			options: [
				{
					name: 'At Exact Time',
					value: 'exactTime',
					description: 'Everyone gets it at the same moment',
				},
				{
					name: 'At Optimal Time',
					value: 'atOptimalTime',
					description:
						'Everyone gets it on that date, at the time of day when they are most likely to engage',
				},
				{
					name: 'In Local Time',
					value: 'inLocalTime',
					description: 'Everyone gets it when the clock of their own time zone shows that time',
				},
			],
			displayOptions: { show },
		},
	];
}

/**
 * @returns the schedule object of the item at hand
 * @throws InvalidInput where the time cannot be read, does not exist, exists twice, or has passed
 */
export function readSchedule({ read }: ItemParameters, { timezone }: WriteContext): IDataObject {
	const time = read('time');
	if (isAbsent(time)) throw new InvalidInput(TIME, 'is empty', 'Pick when to send');
	switch (read('delivery')) {
		case 'inLocalTime':
			return { time: toWallClock(time, timezone, TIME), in_local_time: true };
		case 'atOptimalTime':
			return { time: toWallClock(time, timezone, TIME), at_optimal_time: true };
		default:
			return { time: toInstant(time, timezone, TIME) };
	}
}

/** @throws InvalidInput for a time that has passed for every user */
export function checkSchedule(schedule: unknown, now = DateTime.now()): void {
	if (!isObject(schedule) || typeof schedule.time !== 'string') return;
	const { time, in_local_time: inLocalTime, at_optimal_time: atOptimalTime } = schedule;
	const zone = inLocalTime || atOptimalTime ? LAST_ZONE : 'utc';
	const moment = DateTime.fromISO(time as string, { zone });
	const last = atOptimalTime ? moment.endOf('day') : moment;
	if (last < now) {
		throw new InvalidInput(
			TIME,
			`is ${time as string}, which has passed`,
			'Pick a time in the future, or send now',
		);
	}
}
