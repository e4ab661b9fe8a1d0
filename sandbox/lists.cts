import type { Call } from './endpoints/endpoint.cts';
import { BrazeError } from './errors.cts';
import { CURSOR_PAGE_SIZE, PAGE_SIZE } from './limits.cts';
import { millis } from './workspace/dates.cts';

type Query = Record<string, string>;

/** The items of `query.page`, counted from 0; an empty list behind the last page. */
export function pageOf<Item>(items: Item[], query: Query, size = PAGE_SIZE): Item[] {
	const start = Number(query.page ?? 0) * size;
	return items.slice(start, start + size);
}

/** Items in the order `query.sort_direction` asks for, by when they were made; the oldest first unless asked. */
export function byCreation<Item>(
	items: Item[],
	query: Query,
	createdAt: (item: Item) => string,
): Item[] {
	const direction = query.sort_direction === 'desc' ? -1 : 1;
	const at = (item: Item) => millis(createdAt(item));
	return [...items].sort((left, right) => direction * (at(left) - at(right)));
}

/** How a list with limit and offset is refused, in its own sentences. */
export interface OffsetRules {
	/** Items when no limit is given, and the most that can be asked for. */
	size: { default: number; max: number };
	limitInvalid: string;
	limitTooSmall: string;
	limitTooLarge: string;
	offsetInvalid: string;
	/** Left out where an offset of 0 is taken. */
	offsetZero?: string;
}

/**
 * The items that `query.limit` and `query.offset` ask for. The schema of the query needs to hold both
 * as texts only, because what is wrong with them has sentences of its own here.
 *
 * @throws BrazeError 400 with the sentence of the rule that is broken
 */
export function offsetPage<Item>(items: Item[], query: Query, rules: OffsetRules): Item[] {
	const limit = Number(query.limit ?? rules.size.default);
	const offset = Number(query.offset ?? 0);
	if (!Number.isInteger(limit)) throw new BrazeError(400, rules.limitInvalid);
	if (limit < 1) throw new BrazeError(400, rules.limitTooSmall);
	if (limit > rules.size.max) throw new BrazeError(400, rules.limitTooLarge);
	if (!Number.isInteger(offset) || offset < 0) throw new BrazeError(400, rules.offsetInvalid);
	if (offset === 0 && query.offset !== undefined && rules.offsetZero) {
		throw new BrazeError(400, rules.offsetZero);
	}
	return items.slice(offset, offset + limit);
}

/** Whether a time is at or between two others, each of which may be left open. */
export function isWithin(
	at: string,
	after: string | undefined,
	before: string | undefined,
): boolean {
	if (after !== undefined && millis(at) < millis(after)) return false;
	return before === undefined || millis(at) <= millis(before);
}

/** One page of a list whose neighbors stand in the Link header; no header where one page holds all. */
export interface CursorPage<Item> {
	items: Item[];
	headers: Record<string, string>;
}

/**
 * The page that `query.cursor` stands for, the first one without it.
 *
 * @param refusal of a cursor that did not come from here
 */
export function cursorPage<Item>(
	{ query, path }: Pick<Call, 'query' | 'path'>,
	items: Item[],
	refusal: () => BrazeError = () => new BrazeError(400, "'cursor' is not valid"),
	size = CURSOR_PAGE_SIZE,
): CursorPage<Item> {
	const start = query.cursor === undefined ? 0 : startOf(query.cursor);
	if (start === undefined) throw refusal();
	const link = (rel: string, from: number) => {
		const others = Object.entries(query).filter(([key]) => key !== 'cursor');
		const rest = others.map((pair) => `&${new URLSearchParams([pair]).toString()}`).join('');
		return `<${path}?cursor=${cursorOf(from)}${rest}>; rel="${rel}"`;
	};
	const links = [
		...(start > 0 ? [link('prev', Math.max(0, start - size))] : []),
		...(start + size < items.length ? [link('next', start + size)] : []),
	];
	return {
		items: items.slice(start, start + size),
		headers: links.length > 0 ? { Link: links.join(',') } : {},
	};
}

function cursorOf(start: number): string {
	return Buffer.from(`skip:${start}`).toString('base64');
}

function startOf(cursor: string): number | undefined {
	const text = Buffer.from(cursor, 'base64').toString();
	const start = /^skip:(\d+)$/.exec(text)?.[1];
	return start === undefined ? undefined : Number(start);
}
