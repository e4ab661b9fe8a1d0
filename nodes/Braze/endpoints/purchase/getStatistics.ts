import { fields } from '../../parts/fields';
import { fromListOrByName } from '../../parts/identifiers';
import type { Operation, PathChoice } from '../../pipeline/operation';
import type { BrazeField } from '../../schema/field';
import { ofApp, unit } from '../../statistics/fields';
import { pointItems, series } from '../../statistics/series';
import { NAMES_RATE_LIMIT } from '../rateLimits';

const purchasePath = (name: string) => ({
	path: `/purchases/${name}`,
	permission: `purchases.${name}`,
});

const choice: PathChoice = {
	key: 'measure',
	of: { quantity: purchasePath('quantity_series'), revenue: purchasePath('revenue_series') },
};

const measure: BrazeField = {
	displayName: 'Measure',
	name: 'measure',
	type: 'options',
	default: 'revenue',
	description: 'What is counted',
	options: [
		{ name: 'Quantity', value: 'quantity', description: 'Number of purchases' },
		{ name: 'Revenue', value: 'revenue', description: 'Money that was spent' },
	],
};

const product: BrazeField = {
	displayName: 'Product',
	name: 'product',
	type: 'resourceLocator',
	narrows: true,
	identifier: true,
	default: { mode: 'list', value: '' },
	modes: fromListOrByName('searchProducts', 'sku-42'),
	description: 'Count this product only; without it, all products',
};

export const getPurchaseStatistics: Operation = {
	resource: 'purchase',
	value: 'getStatistics',
	name: 'Get Statistics',
	action: 'Get purchase statistics',
	description: 'Get the number of purchases or their revenue, by day or by hour',
	endpoint: series({
		path: choice.of.revenue.path,
		permission: choice.of.revenue.permission,
		rateLimit: NAMES_RATE_LIMIT,
		choice,
		subject: [fields(measure, unit)],
		filters: [ofApp, product],
		isHourly: (read) => read('unit') === 'hour',
		items: pointItems,
		about: ['product'],
	}),
};
