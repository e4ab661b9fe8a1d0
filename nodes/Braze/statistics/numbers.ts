import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../schema/convert';
import { isoTime } from '../schema/isoTime';

/** A number as a number, whatever Braze wrote it as. */
export function numberIn(value: unknown): number | undefined {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string' || value.trim() === '') return undefined;
	const number = Number(value);
	return Number.isFinite(number) ? number : undefined;
}

/** @returns the numbers of an object; what is null or no number is left out */
export function numbersOf(value: unknown): Record<string, number> {
	const numbers: Record<string, number> = {};
	for (const [key, each] of Object.entries(isObject(value) ? value : {})) {
		const number = numberIn(each);
		if (number !== undefined) numbers[key] = number;
	}
	return numbers;
}

/** People who are counted once: the same person may stand in two such counts. */
const countsPeople = (key: string): boolean => /(?:^|_)unique_/.test(key);

/**
 * Numbers of several days, variations or steps together. Counts of unique people are left out where more than one has them, since
 * they do not add up.
 */
export function addUp(all: Array<Record<string, number>>): Record<string, number> {
	const sums: Record<string, number> = {};
	const people = new Map<string, number>();
	for (const numbers of all) {
		for (const [key, number] of Object.entries(numbers)) {
			sums[key] = (sums[key] ?? 0) + number;
			if (countsPeople(key)) people.set(key, (people.get(key) ?? 0) + 1);
		}
	}
	for (const [key, count] of people) if (count > 1) delete sums[key];
	// cents as floats: 0.1 + 0.2
	for (const key of Object.keys(sums)) sums[key] = Math.round(sums[key] * 1e6) / 1e6;
	return sums;
}

/** @returns the same numbers, each name behind that of its channel */
export const ofChannel = (
	channel: string,
	numbers: Record<string, number>,
): Record<string, number> =>
	Object.fromEntries(Object.entries(numbers).map(([key, number]) => [`${channel}_${key}`, number]));

/** @returns the time of a point as ISO 8601, or as it came where it cannot be read */
export const timeOf = (point: IDataObject): IDataObject =>
	point.time === undefined ? {} : { time: isoTime(point.time) ?? point.time };

/** @returns the objects of a list under a key of an answer */
export const objectsIn = (list: unknown): IDataObject[] =>
	Array.isArray(list) ? (list as unknown[]).filter(isObject) : [];

/** @returns one item with the sums of all points, and from when to when they are */
export function totalOf(
	points: IDataObject[],
	numbers: Array<Record<string, number>>,
	about: IDataObject,
): IDataObject {
	const times = points.map((point) => timeOf(point).time);
	return {
		start: times[0] ?? null,
		end: times.at(-1) ?? null,
		points: points.length,
		...about,
		...addUp(numbers),
	};
}
