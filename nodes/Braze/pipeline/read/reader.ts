import { DateTime } from 'luxon';

/** How a stored value becomes the value of an item: the same for all of them, or read for each. */
export type Reader = { constant: unknown } | { read: (itemIndex: number) => unknown };

/** n8n hands out a date inside of a parameter as its text; one that is no day of any calendar is refused where it would leave. */
export const insideValue = (value: unknown): unknown => {
	if (!DateTime.isDateTime(value)) return value;
	return value.isValid ? value.toString() : new Date(NaN);
};

/** @returns the reader of a list from those of its entries */
export function listReader(readers: Reader[]): Reader {
	if (readers.every((reader) => 'constant' in reader)) {
		return { constant: readers.map(({ constant }) => constant) };
	}
	return {
		read: (itemIndex) => readers.map((reader) => insideValue(valueOf(reader, itemIndex))),
	};
}

/** @returns the reader of an object from those of its entries */
export function objectReader(entries: Array<[string, Reader]>): Reader {
	const own = entries.filter(([, reader]) => !('constant' in reader));
	const constants = Object.fromEntries(
		entries.map(([name, reader]) => [name, 'constant' in reader ? reader.constant : undefined]),
	);
	if (own.length === 0) return { constant: constants };
	return {
		read: (itemIndex) => {
			const value = { ...constants };
			for (const [name, reader] of own) value[name] = insideValue(valueOf(reader, itemIndex));
			return value;
		},
	};
}

/** @returns the value for an item */
export const valueOf = (reader: Reader, itemIndex: number): unknown =>
	'constant' in reader ? reader.constant : reader.read(itemIndex);
