import type { IDataObject } from 'n8n-workflow';

import { choice, toChoices } from '../../schema/choice';
import { isAbsent, isObject, toBoolean, toJsonList } from '../../schema/convert';
import type { BrazeField } from '../../schema/field';
import { toIdentifiers } from '../../schema/identifier';
import { readPropertySource } from '../properties';
import { quote, InvalidInput } from '../../schema/invalidInput';
import { writeField } from '../../schema/writeField';
import type { WriteContext } from '../../schema/writeContext';
import type { ItemParameters } from '../../pipeline/read/parameters';
import { aliasLabel, aliasName, externalUserId } from '../identifiers';
import { requiredId } from '../requiredId';
import { brazeId, email, prioritization, sendToExistingOnly } from './recipient';
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
import { checkedRecipient, listUser, ON_SCREEN, withoutRepeats } from './entry';
import type { User } from './entry';

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

const itemAlias = (parameters: ItemParameters): IDataObject => ({
	alias_name: requiredId(parameters, aliasName),
	alias_label: requiredId(parameters, aliasLabel),
});

function itemUser(naming: UserNaming, parameters: ItemParameters): User {
	return choice(parameters, userIdentifierField(naming)) === 'userAlias'
		? listUser('user_aliases', itemAlias(parameters), ON_SCREEN)
		: listUser('external_user_ids', requiredId(parameters, externalUserId), ON_SCREEN);
}

function itemIdentifier(naming: UserNaming, parameters: ItemParameters): IDataObject {
	switch (choice(parameters, userIdentifierField(naming))) {
		case 'userAlias':
			return { user_alias: itemAlias(parameters) };
		case 'email':
			return { email: requiredId(parameters, email), ...prioritized(parameters.read) };
		case 'brazeId':
			return { braze_id: requiredId(parameters, brazeId) };
		default:
			return { external_user_id: requiredId(parameters, externalUserId) };
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
