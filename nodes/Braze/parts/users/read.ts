import type { IDataObject } from 'n8n-workflow';

import { checkObject } from '../../schema/check';
import {
	isAbsent,
	isObject,
	toBoolean,
	toJsonList,
	toText,
	toTextList,
} from '../../schema/convert';
import type { BrazeField, BrazeObject } from '../../schema/field';
import { readPropertySource } from '../properties';
import { quote, InvalidInput } from '../../schema/invalidInput';
import { writeField } from '../../schema/write';
import type { WriteContext } from '../../schema/write';
import type { Entry } from '../../pipeline/request';
import type { ItemParameters } from '../../pipeline/read/parameters';
import { aliasLabel, aliasName, externalUserId } from '../identifiers';
import {
	brazeId,
	email,
	prioritization,
	recipientObjects,
	sendToExistingOnly,
	userAlias,
} from './recipient';
import {
	externalUserIds,
	MAX_USERS_PER_REQUEST,
	recipientAttributes,
	recipientsJson,
	userAliases,
	userAliasesJson,
} from './form';
import type { UserNaming } from './form';
import type { UserList } from './target';

/** An entry that always tells whom it names. */
type User = Entry & { key: string };

/**
 * @returns the users that the item at hand names; none where it reaches a segment or an audience
 * @throws InvalidInput where a user is not named as Braze wants it
 */
export function readUsers(
	naming: UserNaming,
	parameters: ItemParameters,
	writing: WriteContext,
): User[] {
	const { read } = parameters;
	const sendTo = read('sendTo');
	const isTrigger = naming.propertiesKey !== undefined;
	switch (sendTo === 'recipientObjects' && !isTrigger ? undefined : sendTo) {
		case 'eachItem':
			return [isTrigger ? itemRecipient(naming, parameters) : itemUser(parameters)];
		case 'userList':
			return withoutRepeats(listedUsers(naming, parameters, writing));
		case 'recipientObjects':
			return withoutRepeats(recipientObjectsOf(naming, read));
		case 'audience':
			return [];
		default:
			throw new InvalidInput(
				'Send To',
				`cannot be ${quote(sendTo)}`,
				`Give eachItem, userList${isTrigger ? ', recipientObjects' : ''} or audience`,
			);
	}
}

function requiredText(read: ItemParameters['read'], field: BrazeField): string {
	const value = read(field.name);
	if (isAbsent(value)) {
		throw new InvalidInput(
			field.displayName,
			'is empty',
			'Every item needs it: check what its expression gives for this item',
		);
	}
	return toText(value, field.displayName);
}

const itemAlias = (read: ItemParameters['read']): IDataObject => ({
	alias_name: requiredText(read, aliasName),
	alias_label: requiredText(read, aliasLabel),
});

function itemUser({ read }: ItemParameters): User {
	return read('userIdentifier') === 'userAlias'
		? listUser('user_aliases', itemAlias(read))
		: listUser('external_user_ids', requiredText(read, externalUserId));
}

function itemIdentifier(read: ItemParameters['read']): IDataObject {
	switch (read('userIdentifier')) {
		case 'userAlias':
			return { user_alias: itemAlias(read) };
		case 'email':
			return {
				email: requiredText(read, email),
				prioritization: toTextList(read(prioritization.name) ?? [], prioritization.displayName),
			};
		case 'brazeId':
			return { braze_id: requiredText(read, brazeId) };
		default:
			return { external_user_id: requiredText(read, externalUserId) };
	}
}

function itemRecipient(naming: UserNaming, parameters: ItemParameters): User {
	const { read } = parameters;
	const recipient = itemIdentifier(read);
	const properties =
		naming.recipientProperties && readPropertySource(naming.recipientProperties, parameters);
	if (properties && naming.propertiesKey) recipient[naming.propertiesKey] = properties;
	const attributes = readPropertySource(recipientAttributes, parameters);
	if (attributes) {
		recipient.attributes = attributes;
		const existingOnly = read(sendToExistingOnly.name);
		if (!isAbsent(existingOnly)) {
			recipient.send_to_existing_only = toBoolean(existingOnly, sendToExistingOnly.displayName);
		}
	}
	return checkedRecipient(naming, recipient, 'Recipient');
}

function recipientObjectsOf(naming: UserNaming, read: ItemParameters['read']): User[] {
	const { name, displayName } = recipientsJson;
	const recipients = toJsonList(read(name), displayName);
	if (recipients.length === 0) {
		throw new InvalidInput(displayName, 'is empty', 'Name at least one recipient');
	}
	return recipients.map((recipient, index) =>
		checkedRecipient(naming, recipient, `Recipient ${index + 1}`),
	);
}

function listedUsers(naming: UserNaming, { read }: ItemParameters, writing: WriteContext): User[] {
	const ids = toTextList(read(externalUserIds.name) ?? [], externalUserIds.displayName);
	const aliases = [
		...((writeField(userAliases, read(userAliases.name), userAliases.displayName, writing) ??
			[]) as IDataObject[]),
		...toJsonList(read(userAliasesJson.name) || [], userAliasesJson.displayName),
	].map(aliasObject);
	const users = naming.propertiesKey
		? [
				...ids.map((id) =>
					checkedRecipient(naming, { external_user_id: id }, externalUserIds.displayName),
				),
				...aliases.map((alias) =>
					checkedRecipient(naming, { user_alias: alias }, userAliases.displayName),
				),
			]
		: [
				...ids.map((id) => listUser('external_user_ids', id)),
				...aliases.map((alias) => listUser('user_aliases', alias)),
			];
	if (users.length === 0) {
		throw new InvalidInput(
			externalUserIds.displayName,
			'is empty',
			'Name at least one user, or send to each input item',
		);
	}
	return users;
}

function aliasObject(alias: unknown): IDataObject {
	if (isObject(alias)) return alias;
	throw new InvalidInput(
		userAliases.displayName,
		`must all be objects, but one is ${quote(alias)}`,
		'Write each as { "alias_name": "...", "alias_label": "..." }',
	);
}

/** A user in the ID lists of a message, under the same keys and rules as in a recipient. */
const listedUser: BrazeObject = {
	name: 'user',
	displayName: 'User',
	fields: [{ ...externalUserId, required: false }, userAlias],
};

function listUser(list: UserList, wire: IDataObject | string): User {
	const named: IDataObject =
		list === 'external_user_ids' ? { external_user_id: wire } : { user_alias: wire };
	checkObject(listedUser, named);
	return { key: identifierKey(named), list, wire };
}

function checkedRecipient(naming: UserNaming, recipient: unknown, label: string): User {
	if (!isObject(recipient)) {
		throw new InvalidInput(
			label,
			`must be an object but is ${quote(recipient)}`,
			'Write it as { "external_user_id": "..." }',
		);
	}
	checkObject(recipientObjects[naming.propertiesKey ?? 'trigger_properties'], recipient, label);
	return { key: identifierKey(recipient), list: 'recipients', wire: recipient };
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

function withoutRepeats(users: User[]): User[] {
	const first = new Map<string, User>();
	for (const user of users) {
		const earlier = first.get(user.key);
		if (earlier && JSON.stringify(earlier.wire) !== JSON.stringify(user.wire)) {
			throw new InvalidInput(
				'Recipients',
				`name the same user twice with different content (${quote(user.key)})`,
				'Braze would send only the last one: keep one of them, or put them into separate input items',
			);
		}
		first.set(user.key, earlier ?? user);
	}
	if (first.size > MAX_USERS_PER_REQUEST) {
		throw new InvalidInput(
			'Users',
			`are ${first.size} in one item and Braze takes at most ${MAX_USERS_PER_REQUEST} in one request`,
			'Split the list with Split Out and send to each input item: items with the same message share requests',
		);
	}
	return [...first.values()];
}
