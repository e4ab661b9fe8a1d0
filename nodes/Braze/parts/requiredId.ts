import { nearPath, writeAs } from '../pipeline/read/nearName';
import type { ItemParameters } from '../pipeline/read/parameters';
import { plainPathOf } from '../pipeline/read/plainPath';
import { valueAt } from '../schema/convert';
import type { BrazeField } from '../schema/field';
import { toIdentifier } from '../schema/identifier';
import { InvalidInput } from '../schema/invalidInput';

/** What it takes to read an ID, and to find what stands in the item in place of one that is missing. */
export type IdParameters = Pick<ItemParameters, 'inputFields' | 'raw' | 'read'>;

/** A parameter that is one expression and nothing else. */
const oneExpression = /^=?\s*\{\{([^]*)\}\}\s*$/;

/** @returns the path of the field that the item has in place of the one that the parameter names */
function nearField({ inputFields, raw }: IdParameters, name: string): string[] | undefined {
	const stored = raw(name);
	const code = typeof stored === 'string' ? oneExpression.exec(stored)?.[1] : undefined;
	const path = code === undefined ? undefined : plainPathOf(code);
	if (!path) return undefined;
	const fields = inputFields();
	return valueAt(fields as never, path) === undefined ? nearPath(fields, path) : undefined;
}

/**
 * @returns the ID that a field holds for the item at hand
 * @throws InvalidInput where the item does not name whom or what it is about, with the field of nearly that name that it has
 */
export function requiredId(
	parameters: IdParameters,
	{ name, displayName }: Pick<BrazeField, 'name' | 'displayName'>,
): string {
	const id = toIdentifier(parameters.read(name), displayName);
	if (id !== undefined) return id;
	const near = nearField(parameters, name);
	throw new InvalidInput(
		displayName,
		'is empty',
		near === undefined
			? 'Every item needs it: check what its expression gives for this item'
			: writeAs(near),
	);
}
