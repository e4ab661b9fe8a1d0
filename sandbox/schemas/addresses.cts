import { DateTime } from 'luxon';
import type { Call } from '../endpoints/endpoint.cts';
import { BrazeError } from '../errors.cts';
import { MAX_USERS, OFFSET_500_PAGE } from '../limits.cts';
import { offsetPage, type OffsetRules } from '../lists.cts';
import type { Listed } from '../workspace/addresses.cts';
import { string, type JsonSchema } from './json-schema.cts';

/** One text, or a list of up to 50. */
export const oneOrMore = (item: JsonSchema): JsonSchema => ({
	...item,
	type: ['string', 'array'],
	minLength: 1,
	items: { ...item, type: 'string', minLength: 1 },
	minItems: 1,
	maxItems: MAX_USERS,
});

export const addresses = oneOrMore({ format: 'address' });

/** What `oneOrMore` holds, as a list. */
export const listed = (value: unknown): string[] => [value].flat() as string[];

/** The keys of a query that holds one or more of something. */
export const repeated = (...names: string[]): Record<string, JsonSchema> =>
	Object.fromEntries(
		names
			.flatMap((name) => [name, `${name}[]`])
			.map((key) => [key, { type: ['string', 'array'], items: string }]),
	);

/** Every value of such a key. */
export const valuesOf = ({ queryList }: Call, name: string): string[] => [
	...queryList(name),
	...queryList(`${name}[]`),
];

/** The keys of a list of addresses or numbers by day. */
export const byDay: Record<string, JsonSchema> = {
	start_date: { type: 'string', format: 'day' },
	end_date: { type: 'string', format: 'day' },
	limit: string,
	offset: string,
};

const RULES: OffsetRules = {
	size: OFFSET_500_PAGE,
	limitInvalid: 'limit is invalid',
	limitTooSmall: 'limit must be greater than 0',
	limitTooLarge: `limit must not exceed ${OFFSET_500_PAGE.max}`,
	offsetInvalid: 'offset is invalid',
};

const midnight = (day: string): number => DateTime.fromISO(day, { zone: 'utc' }).toMillis();

/**
 * The page of a list that a query asks for, by days or by name.
 *
 * @param names that are asked for; they win over the days
 * @throws BrazeError 400 for a range without a beginning or an end, or that ends before it begins
 */
export function pageByDay(
	{ query, note }: Call,
	all: Listed[],
	names: string[],
	endAlways: boolean,
) {
	const { start_date: start, end_date: end } = query;
	if (end === undefined && (endAlways || names.length === 0)) {
		throw new BrazeError(400, 'end_date is required');
	}
	if (names.length > 0) {
		if (endAlways && (query.limit ?? query.offset) !== undefined) {
			note('an address is asked for together with a limit or an offset: Braze may answer nothing');
			return [];
		}
		const wanted = names.map((name) => name.toLowerCase());
		return offsetPage(
			all.filter(({ name }) => wanted.includes(name)),
			query,
			RULES,
		);
	}
	if (start === undefined) throw new BrazeError(400, 'start_date is required');
	if (start >= end) throw new BrazeError(400, 'start_date must be earlier than end_date');
	const within = all.filter(({ at }) => at >= midnight(start) && at < midnight(end));
	return offsetPage(within, query, RULES);
}
