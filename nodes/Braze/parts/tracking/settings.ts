import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Show } from '../../pipeline/part';
import type { ItemParameters } from '../../pipeline/read/parameters';
import { isAbsent, toBoolean } from '../../schema/convert';
import { toProperty } from '../../schema/describe';
import type { BrazeField } from '../../schema/field';
import type { NamedProfile } from '../profile';

const existingOnly = {
	displayName: 'Update Existing Only',
	name: 'updateExistingOnly',
	wireKey: '_update_existing_only',
	type: 'boolean',
	default: true,
} as const;

/**
 * With Braze's own default for each identifier: an alias creates nobody unless it is told to. Where an expression gives the
 * identifier, n8n takes the last default, which is that of all the others.
 */
const updateExistingOnly: BrazeField[] = [
	{
		...existingOnly,
		default: true,
		description:
			'Whether to leave out aliases that Braze does not know; if off, each of them gets a profile',
		displayOptions: { show: { userIdentifier: ['userAlias'] } },
	},
	{
		...existingOnly,
		default: false,
		description: 'Whether to leave out users that Braze does not know, instead of creating them',
		displayOptions: {
			show: { userIdentifier: ['brazeId', 'email', 'externalUserId', 'phone'] },
		},
	},
];

/** @returns the switch under a display rule, in its form for each kind of identifier */
export const describeExistingOnly = (show: Show): INodeProperties[] =>
	updateExistingOnly.map((field) => ({
		...toProperty(field),
		displayOptions: { show: { ...show, ...field.displayOptions?.show } },
	}));

/**
 * @returns the flag for an object of this user. With an alias it is always given, since Braze's own pages name different defaults;
 *   elsewhere only where it is not the default
 */
export function readExistingOnly(
	{ kind }: Pick<NamedProfile, 'kind'>,
	{ read }: Pick<ItemParameters, 'read'>,
): IDataObject {
	const byDefault = kind === 'userAlias';
	const value = read(existingOnly.name);
	const isOn = isAbsent(value) ? byDefault : toBoolean(value, existingOnly.displayName);
	return isOn || byDefault ? { [existingOnly.wireKey]: isOn } : {};
}

export const time: BrazeField = {
	displayName: 'Time',
	name: 'time',
	type: 'dateTime',
	default: '',
	description: 'When it happened; now where not given, and Braze makes a future time now',
};

export const appId: BrazeField = {
	displayName: 'App ID',
	name: 'appId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 11ae5b4b-2445-4440-a04f-bf537764c9ad',
	description: 'App identifier of the workspace under which it is counted',
};

export const currency: BrazeField = {
	displayName: 'Currency',
	name: 'currency',
	type: 'string',
	default: '',
	flat: true,
	required: true,
	placeholder: 'e.g. EUR',
	pattern: /^[A-Z]{3}$/,
	patternHint: 'Give the three capital letters of ISO 4217, such as EUR',
	description: 'Currency of the amounts, as ISO 4217 has it',
};
