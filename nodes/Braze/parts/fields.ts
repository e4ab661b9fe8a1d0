import { checkObject } from '../schema/check';
import { toChoice } from '../schema/choice';
import { isAbsent } from '../schema/convert';
import { describeFlat, describeOptional } from '../schema/describe';
import type { BrazeField, BrazeObject } from '../schema/field';
import { fieldLabel, takesLiquid, wirePath } from '../schema/field';
import { InvalidInput } from '../schema/invalidInput';
import { emptyNarrowings, writeFlat, writeOptional } from '../schema/write';
import { holdsExpression } from '../pipeline/read/holdsExpression';
import type { Part } from '../pipeline/part';

/** The request itself has no name: its fields stand in the form under their own. */
const requestOf = (fields: BrazeField[]): BrazeObject => ({ name: '', displayName: '', fields });

/** @returns fields at full width; a rule between them is a part of its own (`rule`) */
export function fields(...declared: BrazeField[]): Part {
	const object = requestOf(declared.map((field) => ({ ...field, flat: true })));
	const choices = declared.filter(
		({ type, displayOptions }) => type === 'options' && displayOptions === undefined,
	);
	return {
		describe: (show) => describeFlat(object, show),
		write: ({ read, raw, once }, writing) =>
			once(object, () => {
				const wire = writeFlat(object, read, writing);
				for (const field of choices) {
					const value = read(field.name);
					// left out on purpose is one thing, an expression that gives nothing another
					if (isAbsent(value) && holdsExpression(raw(field.name))) toChoice(value, field);
				}
				const lost = emptyNarrowings(object, read, wire).find(({ name }) =>
					holdsExpression(raw(name)),
				);
				if (!lost) return { wire };
				throw new InvalidInput(
					lost.displayName,
					'is empty, so that it would narrow nothing',
					'Check what its expression gives for this item',
				);
			}),
		check: ({ wire }) => checkObject(object, wire),
		labelOf: (key) => {
			const field = declared.find((each) => wirePath(each)[0] === key);
			return field && fieldLabel(field);
		},
		takesLiquid: declared.some(takesLiquid),
	};
}

/** @returns optional fields behind *Add Field*, with *Additional JSON* for what this package does not know yet */
export function additionalFields(...declared: BrazeField[]): Part {
	const object = requestOf(
		declared.map((field) => ({ ...field, required: undefined, flat: undefined })),
	);
	return {
		describe: (show) => [describeOptional(object, show)],
		write: ({ read, once }, writing) =>
			once(object, () => ({ wire: writeOptional(object, read, writing) })),
		check: ({ wire }) => checkObject(object, wire),
		takesLiquid: declared.some(takesLiquid),
	};
}

/** @returns a rule between keys of the request that several parts write */
export const rule = (check: NonNullable<Part['check']>): Part => ({ describe: () => [], check });
