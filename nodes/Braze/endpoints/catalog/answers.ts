import type { IDataObject } from 'n8n-workflow';

import type { Endpoint, EntryFault } from '../../pipeline/operation';
import type { PlannedRequest } from '../../pipeline/request';
import { listOf } from '../../pipeline/send/answer';
import { isObject } from '../../schema/convert';

/** What the refusals of the catalog endpoints have in common (Braze docs: `errors` with id, message and parameter values). */
const errorsIn = ({ errors }: IDataObject): IDataObject[] => listOf(errors).filter(isObject);

/** The one refusal that names something else than an entry. */
const CATALOG_NOT_FOUND = 'catalog-not-found';

/** What a status of these endpoints means where it means something else elsewhere. */
export const catalogAdvice: NonNullable<Endpoint['advice']> = {
	404: 'Check the name of the catalog and of what you look for in it; names are case-sensitive',
};

/** @returns whether a refusal has one of these codes, which says that an earlier attempt was carried out */
export const refusedAs =
	(...codes: string[]): NonNullable<Endpoint['alreadyDone']> =>
	(answer) =>
		errorsIn(answer).some(({ id }) => codes.includes(String(id)));

/**
 * @param key of an entry under which its name stands
 * @returns the entries that a refusal names; those with several faults have all of them as their reason
 */
export const refusedByName =
	(key: string) =>
	(answer: IDataObject, { entries }: PlannedRequest): EntryFault[] => {
		const errors = errorsIn(answer).filter(({ id }) => id !== CATALOG_NOT_FOUND);
		return entries.flatMap((entry): EntryFault[] => {
			const name = (entry.wire as IDataObject)[key];
			const own = errors.filter((error) => namesIn(error, key).includes(name));
			if (own.length === 0) return [];
			return [{ entry, reason: own.map(({ message, id }) => `${message} (${id})`).join('; ') }];
		});
	};

/** A value of several parameters is an object that holds the name. */
function namesIn({ parameter_values: values }: IDataObject, key: string): unknown[] {
	if (!Array.isArray(values)) return [];
	return (values as unknown[]).map((value) => (isObject(value) ? value[key] : value));
}
