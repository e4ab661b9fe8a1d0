import type { IDataObject } from 'n8n-workflow';

import type { Part } from '../pipeline/part';
import type { ItemParameters } from '../pipeline/read/parameters';

/**
 * @param tell what a person should know of what a part writes, which leaves all the same
 * @returns the part that tells it, once a run each
 */
export const telling = (
	part: Part,
	tell: (wire: IDataObject, parameters: Pick<ItemParameters, 'hint'>) => void,
): Part => ({
	...part,
	write: (parameters, writing) => {
		const written = part.write?.(parameters, writing) ?? {};
		if (written.wire) tell(written.wire, parameters);
		return written;
	},
});
