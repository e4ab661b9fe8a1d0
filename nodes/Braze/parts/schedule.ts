import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { toChoice } from '../schema/choice';
import { isAbsent, isObject } from '../schema/convert';
import type { BrazeField } from '../schema/field';
import { describeFlat } from '../schema/describe';
import { InvalidInput } from '../schema/invalidInput';
import type { Part } from '../pipeline/part';
import { toInstant, toWallClock } from '../schema/time';

const time: BrazeField = {
	displayName: 'Time',
	name: 'time',
	type: 'dateTime',
	default: '',
	required: true,
	description: "When to send; a time without an offset is meant in the workflow's time zone",
};

const delivery: BrazeField = {
	displayName: 'Delivery',
	name: 'delivery',
	type: 'options',
	flat: true,
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
};

/** Braze replaces the whole schedule, so that a delivery which nobody chose would silently become another one. */
const replacedDelivery: BrazeField = {
	...delivery,
	default: '',
	description: 'Whose clock the new time is read on; replaces the old delivery, even by the same',
};

/** The zone in which a clock time comes last. */
const LAST_ZONE = 'UTC-12';

function scheduleOf(timeField: BrazeField, deliveryField: BrazeField): Part {
	return {
		describe: (show) =>
			describeFlat({ name: '', displayName: '', fields: [timeField, deliveryField] }, show),
		write: ({ read }, { timezone }) => {
			const at = read(timeField.name);
			const how = read(deliveryField.name);
			if (isAbsent(at)) {
				const isKept = !timeField.required && isAbsent(how);
				if (isKept) return {};
				throw new InvalidInput(
					timeField.displayName,
					'is empty',
					timeField.required
						? 'Pick when to send'
						: 'Pick the new time, which goes with Delivery, or choose no delivery to keep both',
				);
			}
			return { wire: { schedule: scheduleAt(at, toChoice(how, deliveryField), timezone) } };
		},
		check: ({ wire }) => checkSchedule(wire.schedule),
	};
}

/** When something is sent. */
export const schedule: Part = scheduleOf(time, delivery);

/** When something is sent instead. */
export const movedSchedule: Part = scheduleOf(
	{ ...time, description: 'New time, which replaces the old time and delivery as a whole' },
	{ ...replacedDelivery, required: true },
);

/** When something is sent instead; an empty time keeps the old schedule. */
export const newSchedule: Part = scheduleOf(
	{
		...time,
		required: false,
		flat: true,
		description: 'New time, which replaces the old time and delivery as a whole; empty keeps both',
	},
	replacedDelivery,
);

/** @throws InvalidInput where the time cannot be read, does not exist or exists twice */
function scheduleAt(at: unknown, how: string, timezone: string): IDataObject {
	switch (how) {
		case 'inLocalTime':
			return { time: toWallClock(at, timezone, time.displayName), in_local_time: true };
		case 'atOptimalTime':
			return { time: toWallClock(at, timezone, time.displayName), at_optimal_time: true };
		default:
			return { time: toInstant(at, timezone, time.displayName) }; // at the exact time
	}
}

/** @throws InvalidInput for a time that has passed for every user */
export function checkSchedule(written: unknown, now = DateTime.utc()): void {
	if (!isObject(written) || typeof written.time !== 'string') return;
	const { time: at, in_local_time: inLocalTime, at_optimal_time: atOptimalTime } = written;
	const zone = inLocalTime || atOptimalTime ? LAST_ZONE : 'utc';
	const moment = DateTime.fromISO(at as string, { zone });
	const last = atOptimalTime ? moment.endOf('day') : moment;
	if (last < now) {
		throw new InvalidInput(
			time.displayName,
			`is ${at as string}, which has passed`,
			'Pick a time in the future, or send now',
		);
	}
}
