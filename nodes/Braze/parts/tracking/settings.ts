import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Show } from '../../pipeline/part';
import type { ItemParameters } from '../../pipeline/read/parameters';
import { choice } from '../../schema/choice';
import { toProperty } from '../../schema/describe';
import type { BrazeField } from '../../schema/field';
import type { NamedProfile } from '../profile';

/** What Braze does by itself differs by identifier, so that a plain switch would show a wrong default for one of them. */
const existingOnly: BrazeField = {
	displayName: 'Unknown Users',
	name: 'updateExistingOnly',
	type: 'options',
	default: 'byIdentifier',
	description: 'What becomes of users that Braze does not know',
	options: [
		{ name: 'Create', value: false },
		{ name: 'Create, Except Aliases', value: 'byIdentifier' },
		{ name: 'Leave Out', value: true },
	],
};

const WIRE_KEY = '_update_existing_only';

/** A choice that a table gives as text. */
const flagOf = (value: unknown): unknown => {
	const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
	return word === 'true' || word === 'false' ? word === 'true' : value;
};

/** @returns the choice under a display rule */
export const describeExistingOnly = (show: Show): INodeProperties[] => [
	{ ...toProperty(existingOnly), displayOptions: { show } },
];

/**
 * @returns the flag for an object of this user. With an alias it is always given, since Braze's own pages name different defaults;
 *   elsewhere only where it is not the default
 * @throws InvalidInput where an expression gives none of the options
 */
export function readExistingOnly(
	{ kind }: Pick<NamedProfile, 'kind'>,
	parameters: Pick<ItemParameters, 'once' | 'read'>,
): IDataObject {
	const read = (name: string): unknown => flagOf(parameters.read(name));
	const chosen: unknown = parameters.once(existingOnly, () => choice({ read }, existingOnly));
	const byDefault = kind === 'userAlias';
	const isOn = chosen === 'byIdentifier' ? byDefault : chosen === true;
	return isOn || byDefault ? { [WIRE_KEY]: isOn } : {};
}

export const time: BrazeField = {
	displayName: 'Time',
	name: 'time',
	type: 'dateTime',
	wire: 'exactInstant',
	default: '',
	description: 'When it happened; now where not given, and Braze makes a future time now',
};

export const appId: BrazeField = {
	displayName: 'App ID',
	name: 'appId',
	type: 'string',
	identifier: true,
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
