import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../schema/convert';
import type { Entry, PlannedRequest } from '../../pipeline/request';

const objectsIn = (value: unknown): IDataObject[] =>
	Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];

/** @returns the users of an export */
export const usersIn = ({ users }: IDataObject): IDataObject[] => objectsIn(users);

/** @returns whether a user of an export has the external ID or the alias that an entry asks for */
export function isUserOf({ list, wire }: Entry, user: IDataObject): boolean {
	if (list === 'external_ids') return user.external_id === wire;
	const { alias_name: name, alias_label: label } = wire as IDataObject;
	return objectsIn(user.user_aliases).some(
		(alias) => alias.alias_name === name && alias.alias_label === label,
	);
}

/** @returns the users that an answer gives for an entry; alone in its request they are its own whatever they are called now */
export function usersFor(answer: IDataObject, entry: Entry, isAlone: boolean): IDataObject[] {
	const users = usersIn(answer);
	const own = users.filter((user) => isUserOf(entry, user));
	return own.length === 0 && isAlone ? users : own;
}

/** @returns the entries that an answer neither gives a user for nor calls invalid: Braze gives a user under its present ID alone */
export function openEntries(answer: IDataObject, { entries }: PlannedRequest): Entry[] {
	const invalid = new Set(
		Array.isArray(answer.invalid_user_ids) ? (answer.invalid_user_ids as unknown[]) : [],
	);
	return entries.filter(
		(entry) => !invalid.has(entry.wire) && usersFor(answer, entry, false).length === 0,
	);
}
