import { DateTime } from 'luxon';

import type { Part } from '../pipeline/part';
import type { ItemParameters } from '../pipeline/read/parameters';
import { written } from '../pipeline/send/range';
import { isAbsent, toNumber } from '../schema/convert';
import { describeFlat } from '../schema/describe';
import type { BrazeField } from '../schema/field';
import { quote, InvalidInput } from '../schema/invalidInput';
import { nowIn, toWallClock } from '../schema/time';

/** What is particular to the range of one endpoint. */
export interface RangeRules {
	/** Days of the longest range; longer ones are asked for piece by piece where absent. */
	mostDays?: number;
	/** The end is always sent, since the endpoint may ask for it. */
	sendsEnd?: true;
	/** Whether points are hours for the item at hand. */
	isHourly?: (read: ItemParameters['read']) => boolean;
}

/** Days in about twenty years, more than Braze has been there: a longer range comes from a wrong value, and would be asked for in pieces for days. */
const MOST_DAYS = 7_300;

const range: BrazeField = {
	displayName: 'Date Range',
	name: 'dateRange',
	type: 'options',
	flat: true,
	default: 'lastDays',
	description: 'Which days to get',
	options: [
		{ name: 'Last Days', value: 'lastDays' },
		{ name: 'Start and End Date', value: 'dates' },
	],
};

const days: BrazeField = {
	displayName: 'Days',
	name: 'days',
	type: 'number',
	flat: true,
	default: 7,
	typeOptions: { minValue: 1 },
	description: 'Number of days back from now',
	displayOptions: { show: { dateRange: ['lastDays'] } },
};

const startDate: BrazeField = {
	displayName: 'Start Date',
	name: 'startDate',
	type: 'dateTime',
	required: true,
	default: '',
	description: 'First day; Braze counts the days of the time zone of the company',
	displayOptions: { show: { dateRange: ['dates'] } },
};

const endDate: BrazeField = {
	displayName: 'End Date',
	name: 'endDate',
	type: 'dateTime',
	flat: true,
	default: '',
	description: 'Last day, which is included; today where this is empty',
	displayOptions: { show: { dateRange: ['dates'] } },
};

/**
 * The days of a report, as the `length` and `ending_at` that the statistics endpoints take. Braze moves the end to midnight of the
 * company's day, which this node does not know: days end with noon of the workflow's zone, which is the same day in zones up to
 * twelve hours away, while the last minute of a day is not. Hours end where the day does.
 */
export const dateRange = ({ mostDays, sendsEnd, isHourly }: RangeRules = {}): Part => ({
	describe: (show) =>
		describeFlat({ name: '', displayName: '', fields: [range, days, startDate, endDate] }, show),
	write: ({ read }, { timezone }) => {
		const now = (): DateTime => nowIn(timezone, range.displayName);
		const { count, last } = stretchOf(read, now);
		if (mostDays !== undefined && count > mostDays) {
			throw new InvalidInput(
				range.displayName,
				`is ${count} days and Braze sums up at most ${mostDays}`,
				'Shorten it, or take Get Statistics, whose days can be added up',
			);
		}
		const hours = isHourly?.(read) === true;
		const length = hours ? 24 * count : count;
		if (last) {
			const end = hours ? last.endOf('day') : last.set({ hour: 12 });
			return { wire: { length, ending_at: written(end) } };
		}
		// a whole minute, so that the items of a run ask the same
		return {
			wire: { length, ...(sendsEnd ? { ending_at: written(now().startOf('minute')) } : {}) },
		};
	},
});

/** @returns the number of days, and the last of them where that is not today */
function stretchOf(
	read: ItemParameters['read'],
	now: () => DateTime,
): { count: number; last?: DateTime } {
	switch (read(range.name)) {
		case 'lastDays':
			return { count: daysOf(read(days.name)) };
		case 'dates':
			return betweenDates(read, now());
		default:
			throw new InvalidInput(
				range.displayName,
				`cannot be ${quote(read(range.name))}`,
				'Give lastDays or dates',
			);
	}
}

function daysOf(value: unknown): number {
	const count = toNumber(value, days.displayName, true);
	if (count >= 1 && count <= MOST_DAYS) return count;
	throw new InvalidInput(days.displayName, `is ${count}`, `Enter 1 to ${MOST_DAYS}`);
}

function betweenDates(
	read: ItemParameters['read'],
	now: DateTime,
): { count: number; last?: DateTime } {
	const start = dayOf(startDate, read, now);
	if (!start) throw new InvalidInput(startDate.displayName, 'is empty', 'Pick the first day');
	const today = now.startOf('day');
	if (start > today) {
		throw new InvalidInput(
			startDate.displayName,
			`is ${start.toISODate()}, which is in the future`,
			'Pick a day that has begun',
		);
	}
	const end = dayOf(endDate, read, now) ?? today;
	if (end < start) {
		throw new InvalidInput(
			endDate.displayName,
			`is ${end.toISODate()}, which is before the start`,
			'Pick the same day or a later one',
		);
	}
	const last = end < today ? end : today;
	const count = Math.round(last.diff(start, 'days').days) + 1;
	if (count > MOST_DAYS) {
		throw new InvalidInput(
			startDate.displayName,
			`is ${start.toISODate()}, ${count} days before the end`,
			`Pick a later one: a report of more than ${MOST_DAYS} days is older than Braze`,
		);
	}
	return last < today ? { count, last } : { count };
}

/** @returns the start of the day that a value names, as it was written; undefined where it is empty */
function dayOf(
	{ name, displayName }: BrazeField,
	read: ItemParameters['read'],
	now: DateTime,
): DateTime | undefined {
	const value = read(name);
	if (isAbsent(value)) return undefined;
	const zone = now.zoneName ?? 'utc';
	const [date] = toWallClock(value, zone, displayName).split('T');
	return DateTime.fromISO(date, { zone });
}
