import type { IDataObject } from 'n8n-workflow';

import type { Call } from '../../pipeline/call';
import type { Prepared } from '../../pipeline/operation';
import { canonicalJson } from '../../pipeline/plan/canonicalJson';
import { isObject } from '../../schema/convert';
import { InvalidInput, quote } from '../../schema/invalidInput';
import { namedUser } from '../profile';

const PLACED = 'ecommerce.order_placed';

/** What tells an order from all others; undefined for any other event. */
function orderIn({ entries }: Call): string | undefined {
	const event = entries.find(({ wire }) => (wire as IDataObject).name === PLACED);
	return event && canonicalJson([namedUser(event), (event.wire as IDataObject).properties]);
}

function refusalOf({ entries }: Call): InvalidInput {
	const [properties] = entries.map(({ wire }) => (wire as IDataObject).properties).filter(isObject);
	return new InvalidInput(
		'Order ID',
		`is ${quote(properties?.order_id)}, which an earlier item of this run places for the same user with the same products and total, and Braze would add its value once more`,
		'Remove the duplicates before this node: one item for each order',
	);
}

/**
 * A join or a list that was split gives the same order several times, and Braze adds up the value of each.
 *
 * @returns the calls without those that place an order another time
 */
export function withoutOrdersTwice(calls: Call[]): Prepared {
	const placed = new Set<string>();
	const failures: NonNullable<Prepared['failures']> = new Map();
	const left = calls.filter((call) => {
		const order = orderIn(call);
		if (order === undefined) return true;
		if (placed.has(order)) failures.set(call.itemIndex, refusalOf(call));
		placed.add(order);
		return !failures.has(call.itemIndex);
	});
	return { calls: left, failures };
}
