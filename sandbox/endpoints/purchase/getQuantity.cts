import { numberFor } from '../../reports/numbers.cts';
import { isPurchased, purchaseQuery } from '../../reports/purchases.cts';
import { pointsOf } from '../../reports/series.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /purchases/quantity_series */
export const getPurchaseQuantity: Endpoint = {
	method: 'GET',
	path: '/purchases/quantity_series',
	permission: 'purchases.quantity_series',
	rateLimit: 'namesPerHour',
	query: purchaseQuery,
	success: 200,
	handle(call) {
		const { product, app_id: app = null } = call.query;
		return pointsOf(call, 'purchase_quantity', (time) =>
			isPurchased(product) ? numberFor(90, product ?? null, app, time) : 0,
		);
	},
};
