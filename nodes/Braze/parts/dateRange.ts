import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Part } from '../pipeline/part';
import type { ItemParameters } from '../pipeline/read/parameters';
import { checkObject } from '../schema/check';
import { isAbsent } from '../schema/convert';
import { describeFlat } from '../schema/describe';
import type { BrazeField } from '../schema/field';
import { InvalidInput, quote } from '../schema/invalidInput';
import { toWallClock } from '../schema/time';
import { writeFlat } from '../schema/write';
import type { WriteContext } from '../schema/writeContext';

const day = (displayName: string, name: string, description: string): BrazeField => ({
	displayName,
	name,
	type: 'dateTime',
	typeOptions: { dateOnly: true },
	flat: true,
	default: '',
	description,
	displayOptions: { show: { findBy: ['dateRange'] } },
});

const startDate = day(
	'Start Date',
	'startDate',
	'First day of the range, which begins at midnight UTC',
);
const endDate = day('End Date', 'endDate', 'Day before whose midnight UTC the range ends');

/**
 * A list that is asked for either by a range of days or by what it lists.
 *
 * @param named the field that names entries of the list
 * @param needsEnd whether Braze wants an end date beside it, which then decides nothing
 */
export function dateRangeOr(named: BrazeField, needsEnd: boolean): Part {
	const field: BrazeField = {
		...named,
		required: undefined,
		flat: true,
		displayOptions: { show: { findBy: [named.name] } },
	};
	const findBy: BrazeField = {
		displayName: 'Find By',
		name: 'findBy',
		type: 'options',
		wireKey: null,
		flat: true,
		default: 'dateRange',
		description: 'What the list is asked for by',
		options: [
			{ name: 'Date Range', value: 'dateRange' },
			{ name: named.displayName, value: named.name },
		],
	};
	const form = { name: '', displayName: '', fields: [findBy, startDate, endDate, field] };
	const object = { name: '', displayName: '', fields: [{ ...named, flat: true as const }] };

	return {
		describe: (show) => describeFlat(form, show),
		write: (parameters, writing) => {
			switch (parameters.read(findBy.name)) {
				case 'dateRange':
					return { wire: daysOf(parameters, writing) };
				case named.name: {
					const wire = writeFlat(object, parameters.read, writing);
					return { wire: needsEnd ? { ...wire, end_date: tomorrow() } : wire };
				}
				default:
					throw new InvalidInput(
						findBy.displayName,
						`cannot be ${quote(parameters.read(findBy.name))}`,
						`Give dateRange or ${named.name}`,
					);
			}
		},
		check: ({ wire }) => {
			if (wire.start_date === undefined) checkObject(object, wire);
		},
	};
}

const tomorrow = (): string => DateTime.utc().plus({ days: 1 }).toFormat('yyyy-MM-dd');

function daysOf({ read }: ItemParameters, { timezone }: WriteContext): IDataObject {
	const [start, end] = [startDate, endDate].map(({ name, displayName }) => {
		const value = read(name);
		if (!isAbsent(value)) return toWallClock(value, timezone, displayName).slice(0, 10);
		throw new InvalidInput(displayName, 'is empty', 'Pick the day');
	});
	if (start < end) return { start_date: start, end_date: end };
	throw new InvalidInput(
		endDate.displayName,
		`is ${end}, which is not after ${start}`,
		'The range ends before that day begins: pick a later one',
	);
}
