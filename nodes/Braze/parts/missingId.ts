import { nearPath, writtenPath } from '../pipeline/read/nearName';
import type { ItemParameters } from '../pipeline/read/parameters';
import { plainPathOf } from '../pipeline/read/plainPath';
import { valueAt } from '../schema/convert';
import type { BrazeField } from '../schema/field';
import { InvalidInput } from '../schema/invalidInput';

export type MissingIdParameters = Pick<ItemParameters, 'inputFields' | 'raw'>;

/** A parameter that is one expression and nothing else. */
const oneExpression = /^=?\s*\{\{([^]*)\}\}\s*$/;

/** @returns the field that the item has in place of the one that the parameter names, as n8n writes it */
function nearField({ inputFields, raw }: MissingIdParameters, name: string): string | undefined {
	const stored = raw(name);
	const code = typeof stored === 'string' ? oneExpression.exec(stored)?.[1] : undefined;
	const path = code === undefined ? undefined : plainPathOf(code);
	if (!path) return undefined;
	const fields = inputFields();
	const near = valueAt(fields as never, path) === undefined ? nearPath(fields, path) : undefined;
	return near && writtenPath(near);
}

/** @returns what goes wrong where an item does not name whom or what it is about, with the way to put it right */
export function missingId(
	parameters: MissingIdParameters,
	{ name, displayName }: Pick<BrazeField, 'name' | 'displayName'>,
): InvalidInput {
	const near = nearField(parameters, name);
	return new InvalidInput(
		displayName,
		'is empty',
		near === undefined
			? 'Every item needs it: check what its expression gives for this item'
			: `The item has {{ ${near} }}: write it so`,
	);
}
