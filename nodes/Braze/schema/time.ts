import { DateTime, IANAZone } from 'luxon';

import { quote, InvalidInput } from './invalidInput';

const WALL_CLOCK = "yyyy-MM-dd'T'HH:mm:ss";
const INSTANT = `${WALL_CLOCK}'Z'`;
const DATE = 'yyyy-MM-dd';

/** Numbers that are a time: anything else that people have in a table is smaller, larger or between. */
const FIRST_SECOND = Date.UTC(2000) / 1000;
const LAST_SECOND = Date.UTC(2100) / 1000;

/** Days of a spreadsheet begin here, as Excel and Google Sheets count them. */
const FIRST_SPREADSHEET_DAY = Date.UTC(1899, 11, 30);
const MS_PER_DAY = 86_400_000;
const LAST_SPREADSHEET_DAY = 100_000;

const offsetBehind = /(?:z|[+-]\d{2}(?::?\d{2})?)$/i;
const hasTime = /\d[t ]\d{2}/i;
const zoneBehind = /^(.*\d[^[\]]*?)\s*(?:\[([^\]]+)\]|\s([A-Za-z]\w*(?:\/[\w+-]+)*))$/;
const digitsOnly = /^[+-]?\d+(?:\.\d+)?$/;

/** A date as it is written without signs between its parts, with or without a time. */
const dateInDigits = /^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?$/;

/** A text that begins with a day: of a time of day alone, or of `12-31`, luxon would make a time of today. */
const namesDay = /^(?:[+-]\d{6}|\d{4})(?:-\d{2,3}(?!:)|-?w\d|\d{3,4}(?:[t\s]|$))/i;

/** A text that is a clock time, perhaps with the zone whose clocks are meant. */
interface Written {
	text: string;
	/** IANA name. */
	zone?: string;
}

function written(value: string): Written {
	const text = value.trim();
	const [, clock, bracketed, behind] = zoneBehind.exec(text) ?? [];
	const zone = bracketed ?? behind;
	return zone !== undefined && IANAZone.isValidZone(zone) ? { text: clock, zone } : { text };
}

const isNumber = (value: unknown): boolean =>
	(typeof value === 'number' && Number.isFinite(value)) ||
	typeof value === 'bigint' ||
	// eight digits are a date in ISO 8601
	(typeof value === 'string' && digitsOnly.test(value.trim()) && !/^\d{8}$/.test(value.trim()));

function fromNumber(value: number, zone: string, field: string): DateTime {
	if (value >= FIRST_SECOND && value < LAST_SECOND) return DateTime.fromSeconds(value, { zone });
	if (value >= FIRST_SECOND * 1000 && value < LAST_SECOND * 1000) {
		return DateTime.fromMillis(value, { zone });
	}
	const { what, fix } = meaningOf(value);
	throw new InvalidInput(field, `is the number ${value}, ${what}`, fix);
}

/** What a number that is no time in seconds or milliseconds may be instead. */
function meaningOf(value: number): { what: string; fix: string } {
	const [, year, month, day] = dateInDigits.exec(String(value)) ?? [];
	if (year !== undefined) {
		return {
			what: 'which reads as the digits of a date',
			fix: `Write it as ${year}-${month}-${day}, with the time behind it where there is one`,
		};
	}
	if (value >= 1 && value <= LAST_SPREADSHEET_DAY) {
		const time = DateTime.fromMillis(FIRST_SPREADSHEET_DAY + Math.round(value * MS_PER_DAY), {
			zone: 'utc',
		});
		const shown = time.toFormat(Number.isInteger(value) ? DATE : WALL_CLOCK);
		return {
			what: `which may be a spreadsheet's day number (${shown})`,
			fix: `Have the spreadsheet give the date as text, such as ${shown}`,
		};
	}
	for (const [unit, factor] of [
		['microseconds', 1e6],
		['nanoseconds', 1e9],
	] as const) {
		if (value >= FIRST_SECOND * factor && value < LAST_SECOND * factor) {
			return {
				what: `which may be ${unit} since 1970`,
				fix: `Give seconds or milliseconds: divide it by ${factor / 1000}`,
			};
		}
	}
	return {
		what: 'which is no time from 2000 to 2100 in seconds or milliseconds since 1970',
		fix: 'Give such a number, or ISO 8601 such as 2030-01-31T09:00:00',
	};
}

/** Milliseconds behind a colon, as in one of the forms that Braze names. */
const colonBeforeMillis = /(t\d{2}:\d{2}:\d{2}):(\d{3})(?!\d)/i;

const withDot = (text: string): string => text.replace(colonBeforeMillis, '$1.$2');

const hasNoZone = ({ invalidReason }: DateTime): boolean => invalidReason === 'unsupported zone';

function fromText(text: string, zone: string, keepOffset: boolean): DateTime {
	const options = { zone, setZone: keepOffset };
	const iso = DateTime.fromISO(withDot(text), options);
	return iso.isValid || hasNoZone(iso) ? iso : DateTime.fromSQL(text, options);
}

/** Such times exist in every month; luxon would take longer to say so. */
const usualTime =
	/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/;

/** @returns whether a text is ISO 8601, as the form writes every time; what else a person may give is no such text */
export const isIsoText = (text: string): boolean =>
	usualTime.test(text) ||
	(namesDay.test(text) && DateTime.fromISO(withDot(text), { zone: 'utc' }).isValid);

function parse(value: unknown, zone: string, field: string): DateTime {
	let time: DateTime | undefined;
	if (isNumber(value)) time = fromNumber(Number(value), zone, field);
	else if (value instanceof Date) time = DateTime.fromJSDate(value, { zone });
	else if (DateTime.isDateTime(value)) time = value;
	else if (typeof value === 'string') {
		const { text, zone: own } = written(value);
		if (namesDay.test(text)) time = fromText(text, own ?? zone, true);
	}
	if (time?.isValid) return time;
	if (time && hasNoZone(time)) throw unknownZone(zone, field);
	throw unreadableDate(field, value, 'Pick a date, or give ISO 8601 such as 2030-01-31T09:00:00');
}

/** What to do about a time in JSON, where there is neither a picker nor a time zone. */
export const GIVE_ISO_8601 = 'Give ISO 8601 such as 2030-01-31T09:00:00Z';

/** @returns the refusal of what names no time */
export const unreadableDate = (field: string, value: unknown, fix: string): InvalidInput =>
	new InvalidInput(field, `is no date that can be read: ${quote(value)}`, fix);

/** n8n takes any text as the time zone of a workflow or as its own, from a file or from its environment. */
const unknownZone = (zone: string, field: string): InvalidInput =>
	new InvalidInput(
		field,
		`is read in the time zone of the workflow, and there is no zone ${quote(zone)}`,
		'Choose the Timezone in the settings of the workflow, or correct the one of this n8n (GENERIC_TIMEZONE)',
	);

/**
 * @returns the time now, on the clocks of a zone
 * @throws InvalidInput where there is no such zone
 */
export function nowIn(zone: string, field: string): DateTime {
	const now = DateTime.utc().setZone(zone);
	if (now.isValid) return now;
	throw unknownZone(zone, field);
}

/** @returns the clock time that a text means, and whose clocks; undefined for an exact moment */
function wallClockOf(value: unknown, zone: string): Required<Written> | undefined {
	if (typeof value !== 'string' || isNumber(value)) return undefined;
	const { text, zone: own } = written(value);
	if (hasTime.test(text) && offsetBehind.test(text)) return undefined;
	return { text, zone: own ?? zone };
}

function refuseUnclear({ text, zone }: Required<Written>, time: DateTime, field: string): void {
	const asWritten = fromText(text, 'utc', false);
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
			.sort((a, b) => Date.parse(a) - Date.parse(b));
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
 * @param value from the picker (wall-clock time of `zone`), ISO 8601 with or without an offset or the name of a zone, a luxon
 *   DateTime, a Date, or seconds or milliseconds since 1970 between 2000 and 2100
 * @param zone IANA name of the workflow's time zone
 * @returns the moment in UTC
 * @throws InvalidInput where the value cannot be read, or names a wall-clock time that does not exist or exists twice that day
 */
export function toMoment(value: unknown, zone: string, field: string): DateTime {
	const clock = wallClockOf(value, zone);
	// an exact moment is the same in every zone
	const time = parse(value, clock?.zone ?? 'utc', field);
	if (clock) refuseUnclear(clock, time, field);
	return time.toUTC();
}

/** @returns the moment as Braze takes it: ISO 8601 in UTC, whole seconds */
export const toInstant = (value: unknown, zone: string, field: string): string =>
	toMoment(value, zone, field).toFormat(INSTANT);

/** @returns the same with its milliseconds where it has any: of things that happen in one second they tell the order */
export function toExactInstant(value: unknown, zone: string, field: string): string {
	const moment = toMoment(value, zone, field);
	return moment.millisecond === 0
		? toInstant(moment, zone, field)
		: moment.toFormat(`${WALL_CLOCK}.SSS'Z'`);
}

/**
 * A clock time for every user's own zone, without a zone designator.
 * A time that carries an offset or the name of a zone keeps the clock time it was written with; numbers and Dates are read in `zone`.
 *
 * @throws InvalidInput where the value cannot be read
 */
export function toWallClock(value: unknown, zone: string, field: string): string {
	const clock = wallClockOf(value, zone);
	// read in UTC, which skips no clock time, since each user's own zone decides later
	return (clock ? parse(clock.text, 'utc', field) : parse(value, zone, field)).toFormat(WALL_CLOCK);
}
