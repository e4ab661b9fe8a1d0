import type { IDataObject } from 'n8n-workflow';

import type { Part } from '../pipeline/part';
import { isObject, joinObjects } from '../schema/convert';

/** @returns parts whose keys stand in one object under a key of the request */
export const under = (key: string, ...parts: Part[]): Part => ({
	describe: (show) => parts.flatMap((part) => part.describe(show)),
	write: (parameters, writing) => ({
		wire: {
			[key]: parts.reduce<IDataObject>((object, part) => {
				const wire = part.write?.(parameters, writing).wire;
				return wire ? joinObjects(object, wire, 'Additional JSON') : object;
			}, {}),
		},
	}),
	check: ({ wire, kept }) => {
		const object = wire[key];
		for (const part of parts) part.check?.({ wire: isObject(object) ? object : {}, kept });
	},
	takesLiquid: parts.some((part) => part.takesLiquid),
});
