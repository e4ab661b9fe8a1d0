import type { IDataObject } from 'n8n-workflow';

import { dateRange } from '../parts/reportRange';
import type { RangeRules } from '../parts/reportRange';
import { additionalFields } from '../parts/fields';
import { simplified, simplify } from '../parts/simplify';
import type { ItemChoices } from '../parts/simplify';
import type { Asked, Endpoint } from '../pipeline/operation';
import type { Part } from '../pipeline/part';
import { byRange } from '../pipeline/send/range';
import type { BrazeField } from '../schema/field';
import { numbersOf, objectsIn, timeOf, totalOf } from './numbers';
import { without } from '../schema/without';

/** Days, or hours, that Braze gives of a series at once (Braze docs). */
const MOST_POINTS = 100;

/** Items of a series that has one number a point. */
export const pointItems: ItemChoices = {
	default: 'point',
	options: [
		{ name: 'Day or Hour', value: 'point' },
		{ name: 'Whole Range', value: 'total', description: 'All of them added up' },
	],
};

/** One number a day or an hour. */
export interface Series {
	path: string;
	permission: string;
	rateLimit?: string;
	choice?: Endpoint['choice'];
	/** What the numbers are of. */
	subject?: Part[];
	/** Optional fields that narrow what is counted. */
	filters?: BrazeField[];
	isHourly?: RangeRules['isHourly'];
	/** Absent where the numbers do not add up. */
	items?: ItemChoices;
	/** Keys of the query that each item repeats. */
	about?: string[];
}

/** @returns the endpoint of a series: its range, its filters, and one item for each point */
export const series = (declared: Series): Endpoint => ({
	method: 'GET',
	path: declared.path,
	permission: declared.permission,
	...(declared.rateLimit ? { rateLimit: declared.rateLimit } : {}),
	...(declared.choice ? { choice: declared.choice } : {}),
	effect: 'read',
	repeat: 'safe',
	parts: [
		...(declared.subject ?? []),
		dateRange({ isHourly: declared.isHourly }),
		simplify(declared.items),
		additionalFields(...(declared.filters ?? [])),
	],
	paging: byRange('data', MOST_POINTS),
	output: simplified((answer, asked) => pointRows(answer, asked, declared.about ?? [])),
});

function pointRows(answer: IDataObject, { request, kept }: Asked, keys: string[]): IDataObject[] {
	const query = request.query ?? {};
	const about = Object.fromEntries(
		keys.filter((key) => query[key] !== undefined).map((key) => [key, query[key]]),
	);
	const points = objectsIn(answer.data);
	const numbers = points.map((point) => numbersOf(without(point, 'time')));
	if (kept.oneItemFor === 'total') return [totalOf(points, numbers, about)];
	return points.map((point, index) => ({ ...timeOf(point), ...about, ...numbers[index] }));
}
