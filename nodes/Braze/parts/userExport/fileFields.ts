import type { BrazeField } from '../../schema/field';
import { choices, identifierFields, label } from './fields';

/** No export into a file has been seen with what a user clicked. */
const inFiles = choices.filter((value) => value !== 'cards_clicked');

const all = [...identifierFields, ...inFiles, 'created_from'];

/** @returns the choice of what an export into a file holds of each user, without what an endpoint does not give */
export const fieldsInFile = (...without: string[]): BrazeField => ({
	displayName: 'Fields to Export',
	name: 'fieldsToExport',
	type: 'multiOptions',
	flat: true,
	required: true,
	default: ['braze_id', 'external_id', 'email'],
	description: 'What to export of each user',
	options: all
		.filter((value) => !without.includes(value))
		.map((value) => ({ name: label(value), value }))
		.sort((a, b) => a.name.localeCompare(b.name)),
});
