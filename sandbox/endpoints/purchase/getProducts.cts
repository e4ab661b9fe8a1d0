import { PRODUCTS } from '../../reports/purchases.cts';
import { pageOf } from '../../lists.cts';
import { keys } from '../../schemas/json-schema.cts';
import { page } from '../../schemas/queries.cts';
import type { Endpoint } from '../endpoint.cts';

// Braze does not tell it; as with the list of events.
const PRODUCTS_ON_A_PAGE = 250;

/** GET /purchases/product_list: pages counted from 1, as Braze's sample has it. */
export const getProducts: Endpoint = {
	method: 'GET',
	path: '/purchases/product_list',
	permission: 'purchases.product_list',
	rateLimit: 'namesPerHour',
	query: keys(page),
	success: 200,
	handle({ query }) {
		const number = Math.max(1, Number(query.page ?? 1));
		const products = pageOf(PRODUCTS, { page: String(number - 1) }, PRODUCTS_ON_A_PAGE);
		return { body: { products, message: 'success' } };
	},
};
