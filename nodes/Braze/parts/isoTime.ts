import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { withoutBlanks } from '../schema/isoTime';

/**
 * Braze writes some times as ISO 8601 or as `2020-06-17 19:27:44 +0000`.
 *
 * @param key of a time in an entry of a list
 * @returns what adds the same time as ISO 8601 under that key and `_iso`
 */
export const withIsoTime =
	(key: string) =>
	(entry: IDataObject): IDataObject => {
		const text = entry[key];
		if (typeof text !== 'string') return entry;
		const time = DateTime.fromISO(withoutBlanks(text), { zone: 'utc' });
		const iso = time.toISO({ suppressMilliseconds: true });
		return iso ? { ...entry, [`${key}_iso`]: iso } : entry;
	};
