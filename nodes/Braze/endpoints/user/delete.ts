import type { IDataObject } from 'n8n-workflow';

import { profileEntries } from '../../parts/profile/entries';
import { counted, noun } from '../../pipeline/effect';
import type { Operation } from '../../pipeline/operation';
import type { Entry } from '../../pipeline/request';
import { IDENTITIES_RATE_LIMIT } from '../rateLimits';
import { answersWith } from '../../pipeline/send/success';

const keys = {
	externalUserId: 'external_id',
	userAlias: 'user_alias',
	brazeId: 'braze_id',
	email: 'email',
	phone: 'phone',
};

const lists = {
	externalUserId: 'external_ids',
	userAlias: 'user_aliases',
	brazeId: 'braze_ids',
	email: 'email_addresses',
	phone: 'phone_numbers',
};

const bare = ['externalUserId', 'userAlias', 'brazeId'] as const;

/** The identifier of an entry under its key. */
function identifierOf({ list, wire }: Entry): IDataObject {
	const kind = bare.find((each) => lists[each] === list);
	if (kind) return { [keys[kind]]: wire };
	const identifier = { ...(wire as IDataObject) };
	delete identifier.prioritization;
	return identifier;
}

/** Deletion of users; Braze counts those it queued, and does not say which where they are fewer. */
export const deleteUser: Operation = {
	resource: 'user',
	value: 'delete',
	name: 'Delete',
	action: 'Delete user',
	description: 'Delete profiles with all of their data; cannot be taken back',
	endpoint: {
		method: 'POST',
		path: '/users/delete',
		permission: 'users.delete',
		rateLimit: IDENTITIES_RATE_LIMIT,
		effect: 'write',
		success: answersWith('deleted'),
		// by an address or a number a repeat may find the next profile that has it
		repeat: ({ email_addresses: emails, phone_numbers: phones }: IDataObject) =>
			emails === undefined && phones === undefined,
		irreversible: true,
		parts: [
			profileEntries({
				naming: {
					keys,
					prioritization: ['identified', 'most_recently_updated', 'unidentified'],
					descriptions: {
						externalUserId: 'One that was replaced by another deletes the whole profile too',
					},
				},
				lists,
				bare,
			}),
		],
		notice: ({ deleted }, { entries }) =>
			typeof deleted === 'number' && deleted < entries.length
				? `it queued ${deleted} of ${counted(entries.length, noun('user'))} for deletion and does not say which; the others are unknown to it, or several profiles were left to choose from`
				: undefined,
		output: ({ deleted }, { entries, entryCount, afterDoubt = false }) =>
			entries.map((entry) => ({
				deleted: wasDeleted(deleted, entryCount, afterDoubt),
				...identifierOf(entry),
			})),
	},
};

/** Null where Braze does not say whether it was this one. */
function wasDeleted(deleted: unknown, asked: number, afterDoubt: boolean): boolean | null {
	if (typeof deleted !== 'number' || deleted >= asked) return true;
	return deleted === 0 && !afterDoubt ? false : null;
}
