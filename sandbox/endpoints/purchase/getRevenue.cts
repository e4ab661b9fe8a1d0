import { moneyFor, numberFor } from '../../reports/numbers.cts';
import { isPurchased, purchaseQuery } from '../../reports/purchases.cts';
import { pointsOf } from '../../reports/series.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /purchases/revenue_series: no revenue without a purchase. */
export const getPurchaseRevenue: Endpoint = {
	method: 'GET',
	path: '/purchases/revenue_series',
	permission: 'purchases.revenue_series',
	rateLimit: 'namesPerHour',
	query: purchaseQuery,
	success: 200,
	handle(call) {
		const { product, app_id: app = null } = call.query;
		return pointsOf(call, 'revenue', (time) => {
			const quantity = isPurchased(product) ? numberFor(90, product ?? null, app, time) : 0;
			return moneyFor(quantity * 60, product ?? null, app, time, 'revenue');
		});
	},
};
