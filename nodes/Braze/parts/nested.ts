import type { IDataObject } from 'n8n-workflow';

import type { Part } from '../pipeline/part';

/** @returns parts whose keys stand in an object of their own in the request */
export const nested = (key: string, ...parts: Part[]): Part => ({
	describe: (show) => parts.flatMap((part) => part.describe(show)),
	write: (parameters, writing) => {
		const wire = parts.reduce<IDataObject>(
			(joined, part) => ({ ...joined, ...part.write?.(parameters, writing).wire }),
			{},
		);
		return { wire: { [key]: wire } };
	},
	check: ({ wire, kept }) => {
		for (const part of parts) part.check?.({ wire: (wire[key] ?? {}) as IDataObject, kept });
	},
	takesLiquid: parts.some(({ takesLiquid }) => takesLiquid),
});
