import type { BrazeField } from '../../schema/field';

const existingOnly = (isDefault: boolean, kinds: string[], more: string): BrazeField => ({
	displayName: 'Update Existing Only',
	name: 'updateExistingOnly',
	wireKey: '_update_existing_only',
	type: 'boolean',
	default: isDefault,
	description: `Whether to leave out users that Braze does not know instead of creating them; ${more}`,
	displayOptions: { show: { userIdentifier: kinds } },
});

/** With Braze's own default for each identifier. */
export const updateExistingOnly: BrazeField[] = [
	existingOnly(false, ['brazeId', 'email', 'externalUserId', 'phone'], 'off unless set'),
	existingOnly(true, ['userAlias'], 'with an alias it is on unless turned off here'),
];

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
