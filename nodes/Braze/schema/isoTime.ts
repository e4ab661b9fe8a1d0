import { DateTime } from 'luxon';

/** An offset with one digit for the hours, as some of Braze's samples have it. */
const SHORT_OFFSET = /([+-])(\d):(\d\d)$/;

/** The text of a time as ISO 8601 has it, where Braze writes a blank or a short offset. */
export const withoutBlanks = (text: string): string =>
	text
		.replace(SHORT_OFFSET, '$10$2:$3')
		.replace(/^(\d{4}-\d\d-\d\d) +(\d)/, '$1T$2')
		.replace(/ +UTC$/, 'Z')
		.replace(/ +([+-])/, '$1');

/**
 * @param value a time as Braze answers it: a date, or ISO 8601, with an offset such as `-5:00` or `+0000` or a blank instead of
 *   the T; in UTC where it has no offset
 * @returns the same as ISO 8601, a date as a date; undefined where it cannot be read
 */
export function isoTime(value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
	// one without an offset would be read in the zone of whichever workflow n8n had in hand last
	const time = DateTime.fromISO(withoutBlanks(text), { zone: 'utc', setZone: true });
	return time.isValid ? (time.toISO({ suppressMilliseconds: true }) ?? undefined) : undefined;
}
