import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { isAbsent, isObject, toNumber } from '../../schema/convert';
import { InvalidInput } from '../../schema/invalidInput';
import { toInstant } from '../../schema/time';
import { describeOptions } from '../../pipeline/read/options';
import type { Operation } from '../../pipeline/operation';

const show = { resource: ['scheduledBroadcast'], operation: ['getAll'] };
const END_TIME = 'End Time';
const SQL_WITH_OFFSET = 'yyyy-MM-dd HH:mm:ss ZZZ';

export const getScheduledBroadcasts: Operation = {
	resource: 'scheduledBroadcast',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many scheduled broadcasts',
	description:
		'List the campaigns and Canvases that are scheduled in the dashboard, each with its next send',
	properties: [
		{
			displayName: END_TIME,
			name: 'endTime',
			type: 'dateTime',
			default: '',
			required: true,
			description:
				'List what is scheduled from now to this date; Braze reads it as midnight in UTC',
			displayOptions: { show },
		},
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
			displayOptions: { show },
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			default: 50,
			typeOptions: { minValue: 1 },
			description: 'Max number of results to return',
			displayOptions: { show: { ...show, returnAll: [false] } },
		},
		describeOptions(show, 'reading'),
	],
	message: ({ read }, { timezone }) => {
		const endTime = read('endTime');
		if (isAbsent(endTime)) throw new InvalidInput(END_TIME, 'is empty', 'Pick the end of the range');
		return {
			method: 'GET',
			path: '/messages/scheduled_broadcasts',
			query: { end_time: toInstant(endTime, timezone, END_TIME) },
			body: {},
		};
	},
	output: ({ scheduled_broadcasts: broadcasts }, _message, { read }) => {
		const all = Array.isArray(broadcasts) ? broadcasts.filter(isObject).map(withIsoTime) : [];
		return read('returnAll') === true
			? all
			: all.slice(0, toNumber(read('limit') ?? 50, 'Limit', true));
	},
};

/** Adds the next send as ISO 8601: exact where Braze gives a zone, wall-clock time where each user's own zone decides. */
function withIsoTime(broadcast: IDataObject): IDataObject {
	const { next_send_time: next, schedule_type: type } = broadcast;
	if (typeof next !== 'string') return broadcast;
	const iso = isoTime(next.trim(), typeof type === 'string' ? type : '');
	return iso === null ? broadcast : { ...broadcast, next_send_time_iso: iso };
}

function isoTime(text: string, scheduleType: string): string | null {
	const companyZone = DateTime.local().setZone(scheduleType).isValid ? scheduleType : undefined;
	const zone = companyZone ?? 'utc';
	const time = [
		DateTime.fromISO(text, { zone, setZone: true }),
		DateTime.fromSQL(text, { zone, setZone: true }),
		DateTime.fromFormat(text, SQL_WITH_OFFSET, { setZone: true }),
	].find(({ isValid }) => isValid);
	if (!time) return null;
	const isExact = companyZone !== undefined || /(?:[a-z]|[+-]\d{2}:?\d{2})$/i.test(text);
	return time.toISO({ suppressMilliseconds: true, includeOffset: isExact });
}
