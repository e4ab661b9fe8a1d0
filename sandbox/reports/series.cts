import { DateTime } from 'luxon';
import type { Call } from '../endpoints/endpoint.cts';
import { BrazeError } from '../errors.cts';
import { parseDateTime } from '../schemas/formats.cts';
import { identifier, oneOf, type Properties } from '../schemas/json-schema.cts';
import { queryTime, wholeNumber } from '../schemas/queries.cts';

/** Days or hours of one series. Braze docs. */
export const SERIES_LENGTH = 100;

/** Days of a Canvas's series or summary. Braze docs. */
export const CANVAS_LENGTH = 14;

/** What every series can be asked for. */
export const seriesKeys: Properties = { length: wholeNumber, ending_at: queryTime };

export const unit = { unit: oneOf('day', 'hour') };
export const ofApp = { app_id: identifier };
export const ofSegment = { segment_id: identifier };

/** Up to which moment a series goes; now where the query does not say. The company's time zone is UTC here. */
function endOf({ query, workspace }: Pick<Call, 'query' | 'workspace'>): DateTime {
	const given = query.ending_at === undefined ? undefined : parseDateTime(query.ending_at);
	return (given ?? DateTime.fromMillis(workspace.clock.now())).toUTC();
}

/** Refuses a length that the endpoint does not have. */
export function checkedLength(text: string | undefined, most: number): number {
	const length = Number(text);
	if (length >= 1 && length <= most) return length;
	throw new BrazeError(400, `length must be between 1 and ${most}`);
}

/** The times of a series, the earliest first: dates, or full hours where the query asks for them. */
export function timesOf(call: Pick<Call, 'query' | 'workspace'>, most = SERIES_LENGTH): string[] {
	const length = checkedLength(call.query.length, most);
	const isHourly = call.query.unit === 'hour';
	const end = endOf(call).startOf(isHourly ? 'hour' : 'day');
	return Array.from({ length }, (_, index) => {
		const back = length - 1 - index;
		return isHourly
			? end.minus({ hours: back }).toFormat("yyyy-MM-dd'T'HH:mm:ss'+00:00'")
			: end.minus({ days: back }).toISODate()!;
	});
}

/** A series with one number a point. */
export function pointsOf(
	call: Pick<Call, 'query' | 'workspace'>,
	key: string,
	numberAt: (time: string) => number,
): { body: Record<string, unknown> } {
	const data = timesOf(call).map((time) => ({ time, [key]: numberAt(time) }));
	return { body: { message: 'success', data } };
}

/** Refuses a segment without analytics tracking, or none at all. */
export function checkTracked({ query, workspace }: Pick<Call, 'query' | 'workspace'>): void {
	if (query.segment_id === undefined) return;
	const segment = workspace.segments.find(query.segment_id);
	if (segment?.analytics_tracking_enabled) return;
	throw new BrazeError(400, 'segment_id must be of a segment with analytics tracking');
}
