import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../schema/convert';
import type { EntryFault } from '../operation';
import type { PlannedRequest } from '../request';
import { listOf, reasonOf } from '../send/answer';

/** @returns the entries that Braze's `errors` point at by their place in a list of the request */
export function faultsByIndex({ errors }: IDataObject, { entries }: PlannedRequest): EntryFault[] {
	return listOf(errors).flatMap((error): EntryFault[] => {
		if (!isObject(error) || typeof error.index !== 'number') return [];
		const list = entries.filter(
			(entry) => typeof error.input_array !== 'string' || entry.list === error.input_array,
		);
		const entry = list[error.index];
		if (!entry) return [];
		return [{ entry, reason: reasonOf(error) }];
	});
}
