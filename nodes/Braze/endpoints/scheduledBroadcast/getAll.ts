import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { fields } from '../../parts/fields';
import { eachOf, returnAll } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { answersWithList } from '../../pipeline/send/success';

const SQL_WITH_OFFSET = 'yyyy-MM-dd HH:mm:ss ZZZ';

export const getScheduledBroadcasts: Operation = {
	resource: 'scheduledBroadcast',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many scheduled broadcasts',
	description:
		'List the campaigns and Canvases that are scheduled in the dashboard, each with its next send',
	endpoint: {
		method: 'GET',
		path: '/messages/scheduled_broadcasts',
		permission: 'messages.schedule_broadcasts',
		effect: 'read',
		repeat: 'safe',
		success: answersWithList('scheduled_broadcasts'),
		parts: [
			fields({
				displayName: 'End Time',
				name: 'endTime',
				type: 'dateTime',
				default: '',
				required: true,
				description:
					'List what is scheduled from now to this date; Braze reads it as midnight in UTC',
			}),
			returnAll,
		],
		output: eachOf('scheduled_broadcasts', withIsoTime),
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
	const companyZone = DateTime.utc().setZone(scheduleType).isValid ? scheduleType : undefined;
	const zone = companyZone ?? 'utc';
	const time = [
		DateTime.fromISO(text, { zone, setZone: true }),
		DateTime.fromSQL(text, { zone, setZone: true }),
		DateTime.fromFormat(text, SQL_WITH_OFFSET, { zone, setZone: true }),
	].find(({ isValid }) => isValid);
	if (!time) return null;
	const isExact = companyZone !== undefined || /(?:[a-z]|[+-]\d{2}:?\d{2})$/i.test(text);
	return time.toISO({ suppressMilliseconds: true, includeOffset: isExact });
}
