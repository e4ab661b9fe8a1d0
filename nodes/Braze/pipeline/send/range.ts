import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../schema/convert';
import { isoTime } from '../../schema/isoTime';
import type { Paging } from './paging';

/** What of a query says which stretch of time is asked for. */
interface Stretch {
	/** Days, or hours where the unit says so. */
	length: number;
	/** ISO 8601; now where it is absent. */
	ending_at?: string;
	unit?: string;
}

/**
 * A series over a stretch of time that may be longer than Braze gives at once: it is asked for piece by piece, the latest first,
 * and joined by time. Whether both ends of a piece belong to it is not documented, so a point that two pieces have is kept once.
 *
 * @param list key of the points in the answer
 * @param most days or hours that Braze gives at once
 * @param pieces days or hours of each piece of a longer stretch
 */
export const byRange = (list: string, most: number, pieces = most): Paging => ({
	list,
	first: (_limit, query = {}) => {
		const { length, ending_at: end } = stretchOf(query);
		if (length <= most) return {};
		return { length: pieces, ending_at: end ?? written(DateTime.utc()) };
	},
	next: ({ index, added, query = {} }) => {
		const { length, unit } = stretchOf(query);
		if (length <= most) return undefined;
		const left = length - (index + 1) * pieces;
		if (left <= 0) return undefined;
		const end = DateTime.fromISO(String(added.ending_at), { zone: 'utc', setZone: true });
		const earlier = end.minus(unit === 'hour' ? { hours: pieces } : { days: pieces });
		return { length: Math.min(left, pieces), ending_at: written(earlier) };
	},
	keyOf: (point) => String(timeOf(point) || JSON.stringify(point)),
	inOrder: (points) => [...points].sort((a, b) => timeOf(a) - timeOf(b)),
	hasGaps: true,
	mayRepeat: true,
});

const stretchOf = (query: IDataObject): Stretch => query as unknown as Stretch;

/** @returns a moment as the statistics endpoints take it: with the offset of the zone whose days are meant */
export const written = (moment: DateTime): string => moment.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");

/** Epoch milliseconds; a point whose time cannot be read stands first. */
function timeOf(point: unknown): number {
	const time = isObject(point) ? isoTime(point.time) : undefined;
	return time === undefined ? 0 : DateTime.fromISO(time, { zone: 'utc' }).toMillis();
}
