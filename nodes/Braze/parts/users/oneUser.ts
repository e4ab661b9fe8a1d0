import type { IDataObject } from 'n8n-workflow';

import type { Part } from '../../pipeline/part';
import { choice } from '../../schema/choice';
import { describeFlat } from '../../schema/describe';
import type { BrazeField } from '../../schema/field';
import { checkObject } from '../../schema/check';
import { aliasLabel, aliasName, externalUserId } from '../identifiers';
import { requiredId } from '../requiredId';

const userIdentifier: BrazeField = {
	displayName: 'User Identifier',
	name: 'userIdentifier',
	type: 'options',
	flat: true,
	default: 'externalUserId',
	description: 'What names the user',
	options: [
		{ name: 'External User ID', value: 'externalUserId' },
		{ name: 'User Alias', value: 'userAlias' },
	],
};

const under = (field: BrazeField, identifier: string): BrazeField => ({
	...field,
	displayOptions: { show: { userIdentifier: [identifier] } },
});

const fields: BrazeField[] = [
	userIdentifier,
	under(externalUserId, 'externalUserId'),
	under(aliasName, 'userAlias'),
	under(aliasLabel, 'userAlias'),
];

/** The one user of the item at hand, by external user ID or by alias: `external_user_id` or `user_alias`. */
export const oneUser: Part = {
	describe: (show) => describeFlat({ name: '', displayName: '', fields }, show),
	write: (parameters) => ({
		wire:
			choice(parameters, userIdentifier) === 'userAlias'
				? {
						user_alias: {
							alias_name: requiredId(parameters, aliasName),
							alias_label: requiredId(parameters, aliasLabel),
						},
					}
				: { external_user_id: requiredId(parameters, externalUserId) },
	}),
	check: ({ wire }) => checkLengths(wire),
};

function checkLengths({ external_user_id: id, user_alias: alias }: IDataObject): void {
	const object = { name: '', displayName: '' };
	if (alias === undefined) {
		checkObject({ ...object, fields: [externalUserId] }, { external_user_id: id });
	} else checkObject({ ...object, fields: [aliasName, aliasLabel] }, alias as IDataObject);
}
