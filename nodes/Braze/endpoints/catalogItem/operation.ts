import type { IDataObject } from 'n8n-workflow';

import { entries } from '../../parts/entries';
import { fields } from '../../parts/fields';
import { properties } from '../../parts/properties';
import type { PropertySource } from '../../parts/properties';
import type { Asked, Endpoint, Operation } from '../../pipeline/operation';
import type { Batch, Part } from '../../pipeline/part';
import type { PlaceEntry } from '../../pipeline/request';
import { messageOfSuccess } from '../../pipeline/send/success';
import { catalogAdvice, refusedByName } from '../catalog/answers';
import { catalogName } from '../catalog/fields';
import { CATALOG_ITEM, ITEM_RATE_LIMIT, ITEMS_RATE_LIMIT, MOST_ENTRIES } from '../catalog/shared';
import { itemId, synchronous } from './fields';
import { typedFields } from './typedFields';
import { without } from '../../schema/without';

const LIST = 'items';

/** What differs between the endpoint for many items and the one for a single item. */
type Route = Pick<Endpoint, 'permission' | 'repeat' | 'alreadyDone'>;

interface ItemWrite extends Pick<Operation, 'value' | 'name' | 'action' | 'description'> {
	method: Endpoint['method'];
	many: Route;
	one: Route;
	/** What an item is made of besides its ID. */
	parts?: Part[];
	join?: Batch['join'];
	output?: Endpoint['output'];
}

const source: PropertySource = {
	name: 'itemFields',
	displayName: 'Item Fields',
	description: 'Where the fields of the item come from',
	wireKey: null,
	typed: typedFields,
	givenElsewhere: ['id'],
};

/** The fields of an item, typed where the catalog is chosen in the form. */
export const itemFields = properties(source);

/** The same where Braze replaces the item by them. */
export const allItemFields = properties({
	...source,
	description:
		'Where the fields of the item come from; they replace the whole item, so that a field which is not given is lost: to keep it, choose Update',
});

/** The later of two writes of an item is what stays of both. */
export const lastWins: NonNullable<Batch['join']> = (_earlier, later) => later;

const idOf = (wire: IDataObject | string): string => String((wire as IDataObject).id);

const withId = (answer: IDataObject, { entries: own }: Pick<Asked, 'entries'>): IDataObject[] => [
	{ id: own[0] ? idOf(own[0].wire) : null, ...answer },
];

/** On its own path an item is named there and nowhere else; one without fields has no body at all. */
const inOwnRequest: PlaceEntry = (body, { wire }) => {
	body[LIST] = [without(wire as IDataObject, 'id')];
};
const inPathAlone: PlaceEntry = () => {};

/** @returns an operation that writes items: 50 a request, or each on its own path where a person needs to know at once */
export function itemOperation({
	method,
	many,
	one,
	parts = [],
	join,
	output = withId,
	...words
}: ItemWrite): Operation {
	const declaration = {
		list: LIST,
		key: (wire: IDataObject) => idOf(wire),
		parts: [fields(itemId), ...parts],
	};
	const shared = {
		method,
		effect: 'write' as const,
		success: messageOfSuccess,
		advice: catalogAdvice,
		output,
	};
	const single = entries(declaration, {
		most: 1,
		noun: CATALOG_ITEM,
		join,
		place: parts.length > 0 ? inOwnRequest : inPathAlone,
	});
	return {
		resource: 'catalogItem',
		...words,
		endpoint: {
			...shared,
			...many,
			path: '/catalogs/{catalog_name}/items',
			rateLimit: ITEMS_RATE_LIMIT,
			refusedEntries: refusedByName('id'),
			parts: [
				fields(catalogName),
				entries(declaration, { most: MOST_ENTRIES, noun: CATALOG_ITEM, join }),
			],
		},
		alternative: {
			option: synchronous,
			endpoint: {
				...shared,
				...one,
				path: '/catalogs/{catalog_name}/items/{item_id}',
				rateLimit: ITEM_RATE_LIMIT,
				parts: [fields(catalogName), inPath(single)],
			},
		},
	};
}

/** The ID of the item stands in the path as well. */
const inPath = (single: Part): Part => ({
	...single,
	write: (parameters, writing) => {
		const [entry] = single.entries?.(parameters, writing) ?? [];
		return { wire: { item_id: entry ? (entry.wire as IDataObject).id : undefined } };
	},
});
