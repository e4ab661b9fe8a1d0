import type { INodeProperties } from 'n8n-workflow';

import type { Show } from '../../pipeline/part';
import { toProperty } from '../../schema/describe';
import type { BrazeField } from '../../schema/field';
import { describePropertySource, SENDING_SOURCES } from '../properties';
import type { PropertySource } from '../properties';
import { aliasLabel, aliasName, externalUserId } from '../identifiers';
import { brazeId, email, prioritization, sendToExistingOnly } from './recipient';
import type { PropertiesKey } from './recipient';

/** Users in one request (Braze docs; 50 in the Appboy document, 75 in the Braze 2018 document). */
export const MAX_USERS_PER_REQUEST = 50;

/** How an endpoint names users: as ID lists of a message, or as recipient objects of a campaign or a Canvas. */
export interface UserNaming {
	/** Set where the endpoint takes recipient objects; the key of their own properties. */
	propertiesKey?: PropertiesKey;
	/** Those properties in the form. */
	recipientProperties?: PropertySource;
	/** Label of the choice that names no users. */
	audienceName: string;
	audienceDescription: string;
}

export const recipientAttributes: PropertySource = {
	name: 'attributes',
	wireKey: 'attributes',
	displayName: 'User Attributes',
	description: "Attributes written to the user's profile before the send",
};

export const externalUserIds: BrazeField = {
	displayName: 'External User IDs',
	name: 'externalUserIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. user-001, user-002',
	description:
		'IDs with commas or line breaks between them, a JSON list, or a list from an expression',
};

export const userAliases: BrazeField = {
	displayName: 'User Aliases',
	name: 'userAliases',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Alias' },
	default: {},
	placeholder: 'Add Alias',
	options: [{ displayName: 'Alias', name: 'alias', values: [aliasName, aliasLabel] }],
};

export const userAliasesJson: BrazeField = {
	displayName: 'User Aliases (JSON)',
	name: 'userAliasesJson',
	type: 'json',
	default: '[]',
	description:
		'The same as a JSON list of objects with alias_name and alias_label, from an expression for instance',
};

export const recipientsJson: BrazeField = {
	displayName: 'Recipients',
	name: 'recipients',
	type: 'json',
	default: '[]',
	required: true,
	placeholder: 'e.g. [{ "external_user_id": "user-001" }]',
	description: "JSON list of Braze's recipient objects, from an expression for instance",
};

/** @returns the part of the form that says who gets it */
export function describeUsers(naming: UserNaming, show: Show): INodeProperties[] {
	const isTrigger = naming.propertiesKey !== undefined;
	const under = (rule: Show, field: BrazeField): INodeProperties => ({
		...toProperty(field),
		displayOptions: { show: { ...show, ...rule } },
	});
	const eachItem: Show = { sendTo: ['eachItem'] };
	const identifiedBy = (identifier: string): Show => ({
		...eachItem,
		userIdentifier: [identifier],
	});
	const list: Show = { sendTo: ['userList'] };
	const properties: INodeProperties[] = [
		{
			displayName: 'Send To',
			name: 'sendTo',
			type: 'options',
			default: 'eachItem',
			description: 'Who gets it',
			options: [
				{
					name: 'Each Input Item',
					value: 'eachItem',
					description: `Every input item is one user; items with the same message share requests of up to ${MAX_USERS_PER_REQUEST} users`,
				},
				{
					name: 'List of Users',
					value: 'userList',
					description: `Every input item holds a list of up to ${MAX_USERS_PER_REQUEST} users`,
				},
				...(isTrigger
					? [
							{
								name: 'Recipient Objects',
								value: 'recipientObjects',
								description:
									'Every input item holds a JSON list of recipients in the form of Braze',
							},
						]
					: []),
				{ name: naming.audienceName, value: 'audience', description: naming.audienceDescription },
			],
			displayOptions: { show },
		},
		{
			displayName: 'User Identifier',
			name: 'userIdentifier',
			type: 'options',
			default: 'externalUserId',
			description: 'What names the user',
			options: [
				...(isTrigger
					? [
							{ name: 'Braze ID', value: 'brazeId' },
							{ name: 'Email', value: 'email' },
						]
					: []),
				{ name: 'External User ID', value: 'externalUserId' },
				{ name: 'User Alias', value: 'userAlias' },
			],
			displayOptions: { show: { ...show, ...eachItem } },
		},
		under(identifiedBy('externalUserId'), externalUserId),
		under(identifiedBy('userAlias'), aliasName),
		under(identifiedBy('userAlias'), aliasLabel),
		under(list, externalUserIds),
		under(list, userAliases),
		under(list, userAliasesJson),
	];
	if (!isTrigger) return properties;
	const { recipientProperties } = naming;
	return [
		...properties,
		under(identifiedBy('brazeId'), brazeId),
		under(identifiedBy('email'), email),
		under(identifiedBy('email'), prioritization),
		under({ sendTo: ['recipientObjects'] }, recipientsJson),
		...(recipientProperties
			? describePropertySource(recipientProperties, { ...show, ...eachItem })
			: []),
		...describePropertySource(recipientAttributes, { ...show, ...eachItem }),
		under({ ...eachItem, attributesSource: SENDING_SOURCES }, sendToExistingOnly),
	];
}
