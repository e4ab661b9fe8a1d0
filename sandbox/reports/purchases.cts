import { identifier, keys } from '../schemas/json-schema.cts';
import { ofApp, seriesKeys, unit } from './series.cts';

/** What both series of purchases take. */
export const purchaseQuery = keys({ ...seriesKeys, ...unit, ...ofApp, product: identifier }, [
	'length',
]);

/** Products that were ever purchased here. */
export const PRODUCTS = ['Backpack', 'Rain jacket', 'Trail shoes'];

/** Of a product that nobody purchased there is nothing. */
export const isPurchased = (product: string | undefined): boolean =>
	product === undefined || PRODUCTS.includes(product);
