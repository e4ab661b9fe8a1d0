import type { DocumentedAnswer } from './answer.cts';

/** Catalogs and their items. */
export const catalogs: DocumentedAnswer[] = [
	{
		title: 'catalogs with keys that the page does not name',
		operation: 'catalog.getAll',
		status: 200,
		body: {
			message: 'success',
			catalogs: [
				{
					name: 'products',
					description: '',
					num_items: 2,
					fields: [{ name: 'id', type: 'string', token: 't' }],
					storage_size: 10,
					selections: [],
				},
			],
		},
		output: [
			{
				name: 'products',
				description: '',
				num_items: 2,
				fields: [{ name: 'id', type: 'string', token: 't' }],
				storage_size: 10,
				selections: [],
			},
		],
	},
	{
		title: 'one item, as a list of one',
		operation: 'catalogItem.get',
		status: 200,
		body: { message: 'success', items: [{ id: 'sku-1', title: 'Cup' }] },
		output: [{ id: 'sku-1', title: 'Cup' }],
	},
	{
		title: 'an item that is not there',
		operation: 'catalogItem.get',
		status: 404,
		body: {
			errors: [{ id: 'item-not-found', message: 'Could not find item', parameters: ['item_id'] }],
			message: 'Invalid Request',
		},
		failure: 'Could not find item',
	},
	{
		title: 'the last page of items, without a header',
		operation: 'catalogItem.getAll',
		status: 200,
		body: { message: 'success', items: [{ id: 'sku-1' }, { id: 'sku-2', price: null }] },
		output: [{ id: 'sku-1' }, { id: 'sku-2', price: null }],
	},
];
