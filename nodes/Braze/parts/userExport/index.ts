import type { IDataObject } from 'n8n-workflow';

import { noun } from '../../pipeline/effect';
import type { Asked, Miss } from '../../pipeline/operation';
import type { Batch, Part } from '../../pipeline/part';
import { optionOf } from '../../pipeline/read/options';
import { toTextList } from '../../schema/convert';
import { checkObject } from '../../schema/check';
import { toProperty } from '../../schema/describe';
import type { BrazeField } from '../../schema/field';
import { describeProfile, readKind, readProfile } from '../profile';
import { fieldsToExport, withIdentifiers } from './fields';
import { usersFor, usersIn } from './match';
import { exportNaming, MAX_EXPORTED_USERS } from './naming';

const failWhereNotFound: BrazeField = {
	displayName: 'Fail Where Not Found',
	name: 'failWhereNotFound',
	type: 'boolean',
	default: false,
	description:
		'Whether an item fails whose user Braze does not know, instead of giving found as false',
};

/** The lists of an export that take several users, which do not share a request with each other. */
const lists = ['external_ids', 'user_aliases'];

const batch: Batch = {
	lists,
	most: MAX_EXPORTED_USERS,
	noun: noun('user'),
	oneList: true,
	join: (earlier) => earlier,
};

/** The part that asks for users, up to 50 in a request where the export takes several. */
export const exportedUsers: Part = {
	describe: (show) => [
		...describeProfile(exportNaming, show),
		{ ...toProperty(fieldsToExport), displayOptions: { show } },
	],
	write: (parameters) => {
		const kind = readKind(exportNaming, parameters.read);
		const isSingle = !lists.includes(exportNaming.keys[kind] ?? '');
		const chosen = toTextList(
			parameters.read(fieldsToExport.name) ?? [],
			fieldsToExport.displayName,
		);
		const more = kind === 'email' ? ['email'] : kind === 'phone' ? ['phone'] : [];
		checkObject(
			{ name: '', displayName: '', fields: [fieldsToExport] },
			{ fields_to_export: chosen },
		);
		return {
			wire: {
				...(isSingle ? readProfile(exportNaming, parameters).wire : {}),
				fields_to_export: withIdentifiers(chosen, more),
			},
			kept: { mustBeFound: optionOf(failWhereNotFound, parameters) },
		};
	},
	entries: (parameters) => {
		const kind = readKind(exportNaming, parameters.read);
		if (!lists.includes(exportNaming.keys[kind] ?? '')) return [];
		const { wire, key } = readProfile(exportNaming, parameters);
		const [[list, value]] = Object.entries(wire) as Array<[string, string | IDataObject]>;
		return [{ list, key, wire: value }];
	},
	batch,
	options: [failWhereNotFound],
};

/** The user that an item asks for, under the keys of a profile. */
function askedFor({ entries, request: { body } }: Asked): IDataObject {
	const [entry] = entries;
	if (entry?.list === 'external_ids') return { external_id: entry.wire as string };
	if (entry) return { user_alias: entry.wire as IDataObject };
	const { braze_id, device_id, email_address: email, phone } = body;
	const [own] = Object.entries({ braze_id, device_id, email, phone }).filter(
		([, value]) => value !== undefined,
	);
	return Object.fromEntries([own]);
}

/** @returns an output item for each user that an item's question found, or one that says that there is none */
export function foundUsers(answer: IDataObject, asked: Asked): IDataObject[] {
	const [entry] = asked.entries;
	const users = entry
		? usersFor(answer, entry, asked.entryCount === asked.entries.length)
		: usersIn(answer);
	if (users.length === 0) return [{ found: false, ...askedFor(asked) }];
	return users.map((user) => ({ found: true, matches: users.length, ...user }));
}

/** @returns why an answer is none for an item that must find its user */
export function missOf(answer: IDataObject, asked: Asked): Miss | undefined {
	if (asked.kept.mustBeFound !== true) return undefined;
	const [first] = foundUsers(answer, asked);
	return first.found === true
		? undefined
		: {
				reason: `Braze knows no user with ${JSON.stringify(askedFor(asked))}`,
				advice:
					'Check the identifier, which is case-sensitive; a user that was just created is found after some seconds',
			};
}
