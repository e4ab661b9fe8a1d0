import { ecommerceEvent, mainFields, moreFields } from '../../parts/ecommerce/fields';
import { checkEcommerce } from '../../parts/ecommerce/schema';
import { fields, rule } from '../../parts/fields';
import { trackedEvent } from '../../parts/tracking';
import { checkPropertiesBytes } from '../../parts/tracking/properties';
import type { Operation } from '../../pipeline/operation';
import { track } from './track';

export const trackEcommerceEvent: Operation = {
	resource: 'user',
	value: 'trackEcommerceEvent',
	name: 'Track eCommerce Event',
	action: 'Track eCommerce event of user',
	description: 'Record a product view, a cart, a checkout or an order as Braze knows them',
	endpoint: {
		...track,
		parts: [
			trackedEvent(
				'events',
				[
					fields(ecommerceEvent, ...mainFields),
					rule(({ wire }) => {
						checkEcommerce(wire);
						checkPropertiesBytes(wire);
					}),
				],
				moreFields,
			),
		],
	},
};
