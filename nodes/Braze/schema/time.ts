import { DateTime } from 'luxon';

import { quote, InvalidInput } from './invalidInput';

const LARGEST_EPOCH_SECONDS = 1e11;
const WALL_CLOCK = "yyyy-MM-dd'T'HH:mm:ss";
const zoneDesignator = /(?:z|[+-]\d{2}(?::?\d{2})?|\[[^\]]+\])$/i;
const hasTime = /\d[t ]\d{2}/i;

const isEpoch = (value: unknown): boolean =>
	typeof value === 'number' || (typeof value === 'string' && /^\d{9,13}$/.test(value));

function fromEpoch(value: number, zone: string): DateTime {
	return Math.abs(value) < LARGEST_EPOCH_SECONDS
		? DateTime.fromSeconds(value, { zone })
		: DateTime.fromMillis(value, { zone });
}

function fromText(text: string, zone: string, keepOffset: boolean): DateTime {
	const options = { zone, setZone: keepOffset };
	const iso = DateTime.fromISO(text, options);
	return iso.isValid ? iso : DateTime.fromSQL(text, options);
}

function parse(value: unknown, zone: string, field: string): DateTime {
	let time: DateTime | undefined;
	if (isEpoch(value)) time = fromEpoch(Number(value), zone);
	else if (value instanceof Date) time = DateTime.fromJSDate(value, { zone });
	else if (DateTime.isDateTime(value)) time = value;
	else if (typeof value === 'string') time = fromText(value.trim(), zone, true);
	if (time?.isValid) return time;
	throw new InvalidInput(
		field,
		`is no date that can be read: ${quote(value)}`,
		'Pick a date, or give ISO 8601 such as 2030-01-31T09:00:00',
	);
}

const isWallClock = (value: unknown): value is string =>
	typeof value === 'string' &&
	!isEpoch(value) &&
	!(hasTime.test(value.trim()) && zoneDesignator.test(value.trim()));

function refuseUnclear(text: string, time: DateTime, zone: string, field: string): void {
	const asWritten = fromText(text.trim(), 'utc', false);
	if (asWritten.toFormat(WALL_CLOCK) !== time.toFormat(WALL_CLOCK)) {
		throw new InvalidInput(
			field,
			`names ${text}, which the clocks of ${zone} skip that day`,
			`Take ${time.toFormat(WALL_CLOCK)}, or give the offset with the time`,
		);
	}
	const offsets = time.getPossibleOffsets();
	if (offsets.length > 1) {
		const [first, second] = offsets
			.map((each) => each.toISO({ suppressMilliseconds: true }) ?? '')
			.sort((a, b) => DateTime.fromISO(a).toMillis() - DateTime.fromISO(b).toMillis());
		throw new InvalidInput(
			field,
			`names ${text}, which the clocks of ${zone} show twice that day`,
			`Give ${first} for the first time or ${second} for the second`,
		);
	}
}

/**
 * An exact moment.
 *
 * @param value from the picker (wall-clock time of `zone`), ISO 8601 with or without an offset, a luxon DateTime, a Date, or epoch
 *   seconds or milliseconds
 * @param zone IANA name of the workflow's time zone
 * @returns the moment in UTC
 * @throws InvalidInput where the value cannot be read, or names a wall-clock time that does not exist or exists twice that day
 */
export function toMoment(value: unknown, zone: string, field: string): DateTime {
	const time = parse(value, zone, field);
	if (isWallClock(value)) refuseUnclear(value, time, zone, field);
	return time.toUTC();
}

/** @returns the moment as Braze takes it: ISO 8601 in UTC, whole seconds */
export const toInstant = (value: unknown, zone: string, field: string): string =>
	toMoment(value, zone, field).toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");

/**
 * A clock time for every user's own zone, without a zone designator.
 * A time that carries an offset keeps the clock time it was written with; epochs and Dates are read in `zone`.
 *
 * @throws InvalidInput where the value cannot be read
 */
export const toWallClock = (value: unknown, zone: string, field: string): string =>
	// read in UTC, which skips no clock time, since each user's own zone decides later
	parse(value, isWallClock(value) ? 'utc' : zone, field).toFormat(WALL_CLOCK);
