import type { IDataObject } from 'n8n-workflow';

import { checkObject } from '../../schema/check';
import { choice, toChoices } from '../../schema/choice';
import { isAbsent, isObject, toBoolean, toJsonList } from '../../schema/convert';
import type { BrazeField, BrazeObject } from '../../schema/field';
import { toIdentifier, toIdentifiers, withIdentifiers } from '../../schema/identifier';
import { readPropertySource } from '../properties';
import { quote, InvalidInput } from '../../schema/invalidInput';
import { writeField } from '../../schema/writeField';
import type { WriteContext } from '../../schema/writeContext';
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
	emails,
	externalUserIds,
	recipientAttributes,
	recipientsJson,
	sendToField,
	userAliases,
	userAliasesJson,
	userIdentifierField,
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
	switch (choice(parameters, sendToField(naming))) {
		case 'eachItem':
			return [
				naming.propertiesKey === undefined
					? itemUser(naming, parameters)
					: itemRecipient(naming, parameters),
			];
		case 'userList':
			return withoutRepeats(listedUsers(naming, parameters, writing));
		case 'recipientObjects':
			return withoutRepeats(recipientObjectsOf(naming, parameters.read));
		default:
			return []; // an audience
	}
}

function requiredId(read: ItemParameters['read'], field: BrazeField): string {
	const id = toIdentifier(read(field.name), field.displayName);
	if (id !== undefined) return id;
	throw new InvalidInput(
		field.displayName,
		'is empty',
		'Every item needs it: check what its expression gives for this item',
	);
}

const itemAlias = (read: ItemParameters['read']): IDataObject => ({
	alias_name: requiredId(read, aliasName),
	alias_label: requiredId(read, aliasLabel),
});

function itemUser(naming: UserNaming, parameters: ItemParameters): User {
	const { read } = parameters;
	return choice(parameters, userIdentifierField(naming)) === 'userAlias'
		? listUser('user_aliases', itemAlias(read), ON_SCREEN)
		: listUser('external_user_ids', requiredId(read, externalUserId), ON_SCREEN);
}

function itemIdentifier(naming: UserNaming, parameters: ItemParameters): IDataObject {
	const { read } = parameters;
	switch (choice(parameters, userIdentifierField(naming))) {
		case 'userAlias':
			return { user_alias: itemAlias(read) };
		case 'email':
			return { email: requiredId(read, email), ...prioritized(read) };
		case 'brazeId':
			return { braze_id: requiredId(read, brazeId) };
		default:
			return { external_user_id: requiredId(read, externalUserId) };
	}
}

const prioritized = (read: ItemParameters['read']): IDataObject => ({
	prioritization: toChoices(read(prioritization.name) ?? [], prioritization),
});

function itemRecipient(naming: UserNaming, parameters: ItemParameters): User {
	const { read } = parameters;
	const recipient = itemIdentifier(naming, parameters);
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
	return checkedRecipient(naming, recipient, ON_SCREEN);
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

function listedUsers(
	naming: UserNaming,
	parameters: ItemParameters,
	writing: WriteContext,
): User[] {
	const { read } = parameters;
	const ids = toIdentifiers(read(externalUserIds.name), externalUserIds.displayName);
	const addresses = naming.propertiesKey
		? toIdentifiers(read(emails.name), emails.displayName)
		: [];
	const aliases = [
		...((writeField(userAliases, read(userAliases.name), userAliases.displayName, writing) ??
			[]) as IDataObject[]),
		...toJsonList(read(userAliasesJson.name) || [], userAliasesJson.displayName),
	].map(aliasObject);
	const recipient = (named: IDataObject, { displayName }: BrazeField): User =>
		checkedRecipient(naming, named, displayName);
	const users = naming.propertiesKey
		? [
				...ids.map((id) => recipient({ external_user_id: id }, externalUserIds)),
				...aliases.map((alias) => recipient({ user_alias: alias }, userAliases)),
				...addresses.map((address) => recipient({ email: address, ...prioritized(read) }, emails)),
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

/** The fields that name one user stand in the form itself, so that failures name them without anything around them. */
const ON_SCREEN = '';

function listUser(
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

function checkedRecipient(naming: UserNaming, recipient: unknown, label: string): User {
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
	return [...first.values()];
}
