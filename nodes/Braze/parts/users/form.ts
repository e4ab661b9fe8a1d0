import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Show } from '../../pipeline/part';
import { toProperty } from '../../schema/describe';
import type { BrazeField } from '../../schema/field';
import { describePropertySource, SENDING_SOURCES } from '../properties';
import type { PropertySource } from '../properties';
import { aliasLabel, aliasName, externalUserId } from '../identifiers';
import { marked } from '../marked';
import type { Chosen } from '../marked';
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
	/** What the choice of the identifier says. */
	identifierDescription: string;
}

export const recipientAttributes: PropertySource = {
	name: 'attributes',
	wireKey: 'attributes',
	displayName: 'User Attributes',
	description: "Attributes written to the user's profile before the send",
};

/** A list to choose from. */
type List = BrazeField & { options: INodePropertyOptions[] };

const inEachItem = 'eachItem';
const inList = 'userList';
const inObjects: INodePropertyOptions = {
	name: 'Recipient Objects',
	value: 'recipientObjects',
	description: 'Every input item holds a JSON list of recipients in the form of Braze',
};
const inAudience = 'audience';

const isTriggerNaming = ({ propertiesKey }: UserNaming): boolean => propertiesKey !== undefined;

/** The choices under which users are named. */
export const namingChoices = (naming: UserNaming): string[] => [
	inEachItem,
	inList,
	...(isTriggerNaming(naming) ? [String(inObjects.value)] : []),
];

/** @returns the choice of who gets it */
export const sendToField = (naming: UserNaming): List => ({
	displayName: 'Send To',
	name: 'sendTo',
	type: 'options',
	default: inEachItem,
	description: 'Who gets it',
	options: [
		{
			name: 'Each Input Item',
			value: inEachItem,
			description: `Every input item is one user; items with the same message share requests of up to ${MAX_USERS_PER_REQUEST} users`,
		},
		{
			name: 'List of Users',
			value: inList,
			description: `Every input item holds a list of users; more than ${MAX_USERS_PER_REQUEST} take several requests`,
		},
		...(isTriggerNaming(naming) ? [inObjects] : []),
		{ name: naming.audienceName, value: inAudience, description: naming.audienceDescription },
	],
	elsewhere: isTriggerNaming(naming) ? [] : [inObjects],
});

/** In what a recipient of a trigger can be named besides. */
const identifiersOfTriggers: INodePropertyOptions[] = [
	{ name: 'Braze ID', value: 'brazeId' },
	{ name: 'Email', value: 'email' },
];

/** @returns the choice of what names a user */
export const userIdentifierField = (naming: UserNaming): List => ({
	displayName: 'User Identifier',
	name: 'userIdentifier',
	type: 'options',
	default: 'externalUserId',
	description: naming.identifierDescription,
	options: [
		...(isTriggerNaming(naming) ? identifiersOfTriggers : []),
		{ name: 'External User ID', value: 'externalUserId' },
		{ name: 'User Alias', value: 'userAlias' },
	],
	elsewhere: isTriggerNaming(naming) ? [] : identifiersOfTriggers,
});

export const externalUserIds: BrazeField = {
	displayName: 'External User IDs',
	name: 'externalUserIds',
	type: 'string',
	identifier: true,
	default: '',
	placeholder: 'e.g. user-001, user-002',
	description:
		'IDs with commas or line breaks between them, a JSON list, or a list from an expression',
};

export const emails: BrazeField = {
	displayName: 'Emails',
	name: 'emails',
	type: 'string',
	identifier: true,
	default: '',
	placeholder: 'e.g. one@example.com, two@example.com',
	description: 'Addresses, given like the IDs',
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
	placeholder: 'e.g. [{ "external_user_id": "user-001" }]',
	description: "JSON list of Braze's recipient objects, from an expression for instance",
};

const inEachItemBy = (identifier: string): Chosen[] => [
	{ name: 'sendTo', value: inEachItem },
	{ name: 'userIdentifier', value: identifier },
];

/** @returns the part of the form that says who gets it */
export function describeUsers(naming: UserNaming, show: Show): INodeProperties[] {
	const isTrigger = isTriggerNaming(naming);
	const under = (rule: Show, field: BrazeField): INodeProperties => {
		const property = { ...toProperty(field), displayOptions: { show: { ...show, ...rule } } };
		delete property.required;
		return property;
	};
	const eachItem: Show = { sendTo: [inEachItem] };
	const list: Show = { sendTo: [inList] };
	const byEmail: Show = { ...eachItem, userIdentifier: ['email'] };
	const properties: INodeProperties[] = [
		under({}, sendToField(naming)),
		under(eachItem, userIdentifierField(naming)),
		...marked(externalUserId, show, inEachItemBy('externalUserId')),
		...marked(aliasName, show, inEachItemBy('userAlias')),
		...marked(aliasLabel, show, inEachItemBy('userAlias')),
		under(list, externalUserIds),
		under(list, userAliases),
		under(list, userAliasesJson),
	];
	if (!isTrigger) return properties;
	const { recipientProperties } = naming;
	return [
		...properties,
		under(list, emails),
		...marked(brazeId, show, inEachItemBy('brazeId')),
		...marked(email, show, inEachItemBy('email')),
		under(byEmail, prioritization),
		under(list, prioritization),
		under({ sendTo: [String(inObjects.value)] }, recipientsJson),
		...(recipientProperties
			? describePropertySource(recipientProperties, { ...show, ...eachItem })
			: []),
		...describePropertySource(recipientAttributes, { ...show, ...eachItem }),
		under({ ...eachItem, attributesSource: SENDING_SOURCES }, sendToExistingOnly),
	];
}
