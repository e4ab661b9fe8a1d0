import type { INodePropertyOptions } from 'n8n-workflow';

import { capitalize } from '../../schema/field';
import type { BrazeField } from '../../schema/field';
import { remembered } from '../../schema/remembered';
import { aliasLabel, aliasName, externalUserId } from '../identifiers';
import { brazeId, email } from '../users/recipient';

/** What can name a profile. */
export type IdentifierKind =
	| 'brazeId'
	| 'deviceId'
	| 'email'
	| 'externalUserId'
	| 'phone'
	| 'userAlias';

/** A rule that decides between the profiles that share an address or a number. */
export type PrioritizationRule =
	| 'identified'
	| 'least_recently_updated'
	| 'most_recently_updated'
	| 'unidentified';

/** How an endpoint names a profile. */
export interface ProfileNaming {
	/** The kinds that it takes, with the key that it has for each. */
	keys: Partial<Record<IdentifierKind, string>>;
	/** First part of the parameter names and of the labels, where a form names more than one profile. */
	name?: string;
	displayName?: string;
	/** The rules that it takes beside an email address or a phone number; it wants none of them where absent. */
	prioritization?: readonly PrioritizationRule[];
	/** What the form says of the choice of a kind, where a form names more than one profile. */
	about?: string;
	/** What the form says of a kind besides its name. */
	descriptions?: Partial<Record<IdentifierKind, string>>;
}

export const phone: BrazeField = {
	displayName: 'Phone',
	name: 'phone',
	type: 'string',
	identifier: true,
	default: '',
	placeholder: 'e.g. {{ $json.phone }}',
	description: 'Phone number of the user, in E.164 form with its country code',
};

const deviceId: BrazeField = {
	displayName: 'Device ID',
	name: 'deviceId',
	type: 'string',
	identifier: true,
	default: '',
	placeholder: 'e.g. {{ $json.device_id }}',
	description: 'ID that Braze gave a device of the user',
};

/** A kind can be hidden by an expression, so the reader asks for its fields and not n8n; one source alone names a limit of aliases. */
const asked = (field: BrazeField): BrazeField => ({
	...field,
	required: false,
	flat: true,
	...(field === aliasName || field === aliasLabel ? { maxBytes: undefined } : {}),
});

/** The fields of the form that belong to each kind. */
export const fieldsOfKind: Record<IdentifierKind, BrazeField[]> = {
	externalUserId: [asked(externalUserId)],
	userAlias: [asked(aliasName), asked(aliasLabel)],
	brazeId: [asked(brazeId)],
	deviceId: [asked(deviceId)],
	email: [asked(email)],
	phone: [asked(phone)],
};

const kindNames: Record<IdentifierKind, string> = {
	brazeId: 'Braze ID',
	deviceId: 'Device ID',
	email: 'Email',
	externalUserId: 'External User ID',
	phone: 'Phone',
	userAlias: 'User Alias',
};

export const kinds = Object.keys(fieldsOfKind) as IdentifierKind[];

/** @returns the kinds that an endpoint takes, the usual one first */
export const kindsOf = ({ keys }: ProfileNaming): IdentifierKind[] =>
	kinds.filter((kind) => keys[kind] !== undefined);

/** @returns the name that a parameter has in a form that may name more than one profile */
export const parameterName = ({ name = '' }: ProfileNaming, field: string): string =>
	name === '' ? field : `${name}${capitalize(field)}`;

/** @returns the label of a field in a form that may name more than one profile */
export const labelOf = ({ displayName = '' }: ProfileNaming, label: string): string =>
	displayName === '' ? label : `${displayName} ${label}`;

const option = (kind: IdentifierKind, { descriptions }: ProfileNaming): INodePropertyOptions => ({
	name: kindNames[kind],
	value: kind,
	...(descriptions?.[kind] === undefined ? {} : { description: descriptions[kind] }),
});

/** @returns the choice of what names the profile */
export const identifierChoice = remembered((naming: ProfileNaming): BrazeField => {
	const [usual] = kindsOf(naming);
	return {
		displayName: labelOf(naming, 'User Identifier'),
		name: parameterName(naming, 'userIdentifier'),
		type: 'options',
		default: usual,
		description: naming.about ?? 'What names the user',
		options: kindsOf(naming)
			.map((kind) => option(kind, naming))
			.sort((a, b) => a.name.localeCompare(b.name)),
	};
});

const ruleDescriptions: Partial<Record<PrioritizationRule, string>> = {
	identified: 'Only profiles with an external user ID',
	unidentified: 'Only profiles without an external user ID',
};

const ruleName = (rule: PrioritizationRule): string => rule.split('_').map(capitalize).join(' ');

/** @returns the choice between the profiles that share an address or a number; undefined where the endpoint has none */
export function prioritizationField(naming: ProfileNaming): BrazeField | undefined {
	if (!naming.prioritization) return undefined;
	return {
		displayName: labelOf(naming, 'Prioritization'),
		name: parameterName(naming, 'prioritization'),
		type: 'multiOptions',
		default: [],
		description:
			'Which profile is meant where several have it: the rules apply in the order chosen, and nothing happens where they leave more than one',
		options: [...naming.prioritization].sort().map((rule) => ({
			name: ruleName(rule),
			value: rule,
			...(ruleDescriptions[rule] ? { description: ruleDescriptions[rule] } : {}),
		})),
	};
}
