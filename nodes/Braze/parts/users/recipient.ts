import type { IDataObject } from 'n8n-workflow';

import { address } from '../../schema/address';
import { isAbsent, isObject } from '../../schema/convert';
import type { BrazeField, BrazeObject, Report } from '../../schema/field';
import { checkAttributes } from '../attributes/check';
import { ownKeys } from '../properties';
import { aliasLabel, aliasName, externalUserId } from '../identifiers';

/** Largest trigger properties or context, in bytes of JSON (Braze docs: 50 KB). */
export const MAX_PROPERTIES_BYTES = 51_200;

export const email: BrazeField = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	identifier: true,
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.email }}',
	...address,
	description: 'Email address of the user',
};

export const prioritization: BrazeField = {
	displayName: 'Prioritization',
	name: 'prioritization',
	type: 'multiOptions',
	required: true,
	default: ['identified', 'most_recently_updated'],
	description:
		'Which profile gets the message where several have this address; the rules apply in the order chosen',
	options: [
		{
			name: 'Identified',
			value: 'identified',
			description: 'Only profiles with an external user ID',
		},
		{ name: 'Least Recently Updated', value: 'least_recently_updated' },
		{ name: 'Most Recently Updated', value: 'most_recently_updated' },
		{
			name: 'Unidentified',
			value: 'unidentified',
			description: 'Only profiles without an external user ID',
		},
	],
};

export const brazeId: BrazeField = {
	displayName: 'Braze ID',
	name: 'brazeId',
	type: 'string',
	identifier: true,
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.braze_id }}',
	description: 'ID that Braze gave the profile',
};

export const sendToExistingOnly: BrazeField = {
	displayName: 'Send to Existing Users Only',
	name: 'sendToExistingOnly',
	type: 'boolean',
	default: true,
	description:
		'Whether to leave out users that Braze does not know; if off, Braze creates them from the attributes first',
};

export const userAlias: BrazeField = {
	displayName: 'User Alias',
	name: 'userAlias',
	type: 'fixedCollection',
	default: {},
	options: [{ displayName: 'Alias', name: 'alias', values: [aliasName, aliasLabel] }],
};

/** What Braze calls the own properties of a recipient: for a campaign, or for a Canvas. */
export type PropertiesKey = 'trigger_properties' | 'context';

const optional = (field: BrazeField): BrazeField => ({ ...field, required: false });

const identifierKeys = ['external_user_id', 'user_alias', 'email', 'braze_id'] as const;

/** The older name of a Canvas's context, which Braze still takes, but not beside the new one. */
export const OLD_CONTEXT = 'canvas_entry_properties';

export const oldContext: BrazeField = ownKeys(
	OLD_CONTEXT,
	OLD_CONTEXT,
	OLD_CONTEXT,
	MAX_PROPERTIES_BYTES,
);

/** Under what other endpoints take such properties, by the key of an endpoint; under another key they would be lost. */
export const keysOfOthers: Record<PropertiesKey, string[]> = {
	trigger_properties: ['context', OLD_CONTEXT],
	context: ['trigger_properties'],
};

const checkRecipient =
	(own: PropertiesKey) =>
	(recipient: IDataObject, report: Report): void => {
		const other = keysOfOthers[own].find((key) => Object.hasOwn(recipient, key));
		if (other !== undefined) {
			report(other, 'is no key of this operation', `Give the properties under ${own}`);
		}
		if (Object.hasOwn(recipient, OLD_CONTEXT) && Object.hasOwn(recipient, own)) {
			report(
				OLD_CONTEXT,
				`is the older name of ${own}, which is given as well`,
				'Keep one of the two',
			);
		}
		if (isObject(recipient.attributes)) checkAttributes(recipient.attributes, []);
		const given = identifierKeys.filter((key) => !isAbsent(recipient[key]));
		if (given.length !== 1) {
			report(
				'Identifier',
				given.length === 0 ? 'is missing' : `is given ${given.length} times (${given.join(', ')})`,
				`Name the user by exactly one of ${identifierKeys.join(', ')}`,
			);
		}
		const rules: unknown = recipient.prioritization;
		if (given[0] === 'email' && (!Array.isArray(rules) || rules.length === 0)) {
			report(
				'Prioritization',
				'is empty',
				'Choose which profile gets the message where several have this address',
			);
		}
		if (Array.isArray(rules) && rules.includes('identified') && rules.includes('unidentified')) {
			report('Prioritization', 'has both Identified and Unidentified', 'Keep one of the two');
		}
		if (recipient.send_to_existing_only !== false) return;
		if (given[0] === 'user_alias') {
			report(
				'Send to Existing Users Only',
				'cannot be off for a user alias',
				'Turn it on, or name the user by external user ID',
			);
		}
		if (!isObject(recipient.attributes) || Object.keys(recipient.attributes).length === 0) {
			report(
				'Attributes',
				'are empty',
				'Braze creates a new user from at least one attribute: add one, or send to existing users only',
			);
		}
	};

const recipientObject = (own: PropertiesKey, ...properties: BrazeField[]): BrazeObject => ({
	name: 'recipient',
	displayName: 'Recipient',
	fields: [
		optional(externalUserId),
		userAlias,
		optional(email),
		optional(brazeId),
		optional(prioritization),
		sendToExistingOnly,
		ownKeys('Attributes', 'attributes'),
		...properties,
	],
	check: checkRecipient(own),
});

/** The recipient object of the trigger endpoints, by the key of its own properties. */
export const recipientObjects: Record<PropertiesKey, BrazeObject> = {
	trigger_properties: recipientObject(
		'trigger_properties',
		ownKeys('Trigger Properties', 'triggerProperties', 'trigger_properties', MAX_PROPERTIES_BYTES),
	),
	context: recipientObject(
		'context',
		ownKeys('Context', 'context', 'context', MAX_PROPERTIES_BYTES),
		oldContext,
	),
};
