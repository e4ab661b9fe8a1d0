import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isAbsent, isObject, toBoolean, toNumber } from '../schema/convert';
import { InvalidInput } from '../schema/invalidInput';
import type { Part, Show } from '../pipeline/part';
import type { Asked } from '../pipeline/operation';
import { withTagList } from './tags';

const RETURN_ALL = 'Return All';
const LIMIT = 'Limit';

const describe = (show: Show): INodeProperties[] => [
	{
		displayName: RETURN_ALL,
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show },
	},
	{
		displayName: LIMIT,
		name: 'limit',
		type: 'number',
		default: 50,
		typeOptions: { minValue: 1 },
		description: 'Max number of results to return',
		displayOptions: { show: { ...show, returnAll: [false] } },
	},
];

/** How many results of a list the person wants. */
export const returnAll: Part = {
	describe,
	write: ({ read }) => {
		if (toBoolean(read('returnAll'), RETURN_ALL)) return {};
		const limit = toNumber(read('limit'), LIMIT, true);
		if (limit >= 1) return { kept: { limit } };
		throw new InvalidInput(LIMIT, `is ${limit}`, 'Enter 1 or more, or turn Return All on');
	},
};

/**
 * @param list key of the list in Braze's answer
 * @param toItem what becomes of an entry; an entry that is a text becomes `{ name }`
 * @returns the output of an operation that lists: one item for each entry, as many as the person wants
 */
export const eachOf =
	(list: string, toItem: (entry: IDataObject) => IDataObject = (entry) => entry) =>
	(answer: IDataObject, { kept: { limit } }: Pick<Asked, 'kept'>): IDataObject[] => {
		const all = (Array.isArray(answer[list]) ? answer[list] : []) as unknown[];
		return all
			.filter((entry) => !isAbsent(entry))
			.slice(0, limit)
			.map((entry) => (isObject(entry) ? withTagList(toItem(entry)) : { name: entry as string }));
	};
