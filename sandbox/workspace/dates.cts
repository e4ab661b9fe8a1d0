import { DateTime } from 'luxon';
import { parseDateTime } from '../schemas/formats.cts';
import type { JsonSchema } from '../schemas/json-schema.cts';

/** What the seed tells of an object's age. */
export interface Dated {
	created_at?: string;
	last_edited?: string;
}

const dateTime: JsonSchema = { type: 'string', format: 'strict-iso-date-time' };

export const datedSchema = { created_at: dateTime, last_edited: dateTime };

/** An object whose seed tells no date was made then. */
export const LONG_AGO = '2020-01-01T00:00:00+00:00';

export function createdAt({ created_at: created }: Dated): string {
	return created ?? LONG_AGO;
}

export function lastEdited({ last_edited: edited, created_at: created }: Dated): string {
	return edited ?? created ?? LONG_AGO;
}

/** Epoch milliseconds of a time that fits its schema. */
export function millis(text: string): number {
	return (parseDateTime(text) ?? DateTime.fromMillis(0)).toMillis();
}

/** A moment as Braze writes it: to the second, in UTC, with an offset. */
export function isoSeconds(epochMs: number): string {
	return new Date(epochMs).toISOString().replace(/\.\d{3}Z$/, '+00:00');
}

/** As isoSeconds, to the millisecond. */
export function isoMillis(epochMs: number): string {
	return new Date(epochMs).toISOString().replace('Z', '+00:00');
}
