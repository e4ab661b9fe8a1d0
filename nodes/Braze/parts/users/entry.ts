import type { IDataObject } from 'n8n-workflow';

import type { Entry } from '../../pipeline/request';
import { checkObject } from '../../schema/check';
import { isAbsent, isObject } from '../../schema/convert';
import type { BrazeObject } from '../../schema/field';
import { withIdentifiers } from '../../schema/identifier';
import { quote, InvalidInput } from '../../schema/invalidInput';
import { externalUserId } from '../identifiers';
import type { UserNaming } from './form';
import { recipientObjects, userAlias } from './recipient';
import type { UserList } from './target';

/** An entry that always tells whom it names. */
export type User = Entry & { key: string };

/** A user in the ID lists of a message, under the same keys and rules as in a recipient. */
const listedUser: BrazeObject = {
	name: 'user',
	displayName: 'User',
	fields: [{ ...externalUserId, required: false }, userAlias],
};

/** The fields that name one user stand in the form itself, so that failures name them without anything around them. */
export const ON_SCREEN = '';

/**
 * @param label what failures call the user
 * @returns the entry of a user in an ID list
 * @throws InvalidInput where it is not named as Braze wants it
 */
export function listUser(
	list: UserList,
	wire: IDataObject | string,
	label = listedUser.displayName,
): User {
	const named: IDataObject =
		list === 'external_user_ids' ? { external_user_id: wire } : { user_alias: wire };
	const identified = withIdentifiers(listedUser.fields, named, label);
	checkObject(listedUser, identified, label);
	return {
		key: identifierKey(identified),
		list,
		wire: (identified.external_user_id ?? identified.user_alias) as IDataObject | string,
	};
}

/**
 * @param label what failures call the recipient
 * @returns the entry of a recipient, as the endpoint takes it
 * @throws InvalidInput where it is not named as Braze wants it, or holds what Braze does not take
 */
export function checkedRecipient(naming: UserNaming, recipient: unknown, label: string): User {
	if (!isObject(recipient)) {
		throw new InvalidInput(
			label,
			`must be an object but is ${quote(recipient)}`,
			'Write it as { "external_user_id": "..." }',
		);
	}
	const object = recipientObjects[naming.propertiesKey ?? 'trigger_properties'];
	const identified = withIdentifiers(object.fields, recipient, label);
	checkObject(object, identified, label);
	return { key: identifierKey(identified), list: 'recipients', wire: identified };
}

/** Equal for two namings of the same user; Braze compares email addresses without regard to case. */
function identifierKey({
	external_user_id,
	user_alias,
	email: address,
	braze_id,
}: IDataObject): string {
	if (!isAbsent(external_user_id)) return `external_user_id ${String(external_user_id)}`;
	if (isObject(user_alias)) {
		return `user_alias ${JSON.stringify([user_alias.alias_label, user_alias.alias_name])}`;
	}
	if (!isAbsent(address)) return `email ${String(address).toLowerCase()}`;
	return `braze_id ${String(braze_id).toLowerCase()}`;
}

/** What an entry says of its user, but for how it writes the address. */
const contentOf = ({ wire }: User): string =>
	JSON.stringify(isObject(wire) && !isAbsent(wire.email) ? { ...wire, email: '' } : wire);

/**
 * @returns the users, each once
 * @throws InvalidInput where one is named twice with different content
 */
export function withoutRepeats(users: User[]): User[] {
	const first = new Map<string, User>();
	for (const user of users) {
		const earlier = first.get(user.key);
		if (earlier && JSON.stringify(earlier.wire) !== JSON.stringify(user.wire)) {
			const isSpelling = contentOf(earlier) === contentOf(user);
			throw new InvalidInput(
				'Recipients',
				`name the same user twice ${isSpelling ? 'in two spellings' : 'with different content'} (${quote(user.key)})`,
				isSpelling
					? 'Keep one of the two'
					: 'Braze would send only the last one: keep one of them, or put them into separate input items',
			);
		}
		first.set(user.key, earlier ?? user);
	}
	return [...first.values()];
}
