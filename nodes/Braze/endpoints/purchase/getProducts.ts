import { eachOf, returnAll } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { byUnknownPage } from '../../pipeline/send/paging';
import { NAMES_RATE_LIMIT } from '../rateLimits';

export const getProducts: Operation = {
	resource: 'purchase',
	value: 'getProducts',
	name: 'Get Products',
	action: 'Get purchased products',
	description: 'List the products that were ever purchased, one item each',
	endpoint: {
		method: 'GET',
		path: '/purchases/product_list',
		permission: 'purchases.product_list',
		rateLimit: NAMES_RATE_LIMIT,
		effect: 'read',
		repeat: 'safe',
		parts: [returnAll],
		paging: byUnknownPage('products'),
		output: eachOf('products'),
	},
};
