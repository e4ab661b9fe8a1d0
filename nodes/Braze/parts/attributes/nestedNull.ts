import type { IDataObject } from 'n8n-workflow';

import type { ItemParameters } from '../../pipeline/read/parameters';
import { isObject } from '../../schema/convert';

const holdsNull = (value: unknown): boolean =>
	Array.isArray(value)
		? value.some((one) => typeof one === 'object' && holdsNull(one))
		: isObject(value) && Object.values(value).some((one) => one === null || holdsNull(one));

/** Tells the person, once a run, of null inside objects, which goes out as it is: the documents say one thing, and clients do another. */
export function tellNestedNull(
	attributes: IDataObject,
	{ hint }: Pick<ItemParameters, 'hint'>,
): void {
	if (!Object.values(attributes).some(holdsNull)) return;
	hint(
		'An attribute of this run holds null inside an object. Braze may leave the whole attribute as it was then, and says nothing of it: leave such keys out',
	);
}
