import type { IDataObject } from 'n8n-workflow';

import type { Call } from '../../pipeline/call';
import { canonicalJson } from '../../pipeline/plan/canonicalJson';
import type { Entry } from '../../pipeline/request';
import { isObject } from '../../schema/convert';
import { InvalidInput, quote } from '../../schema/invalidInput';
import { namedUser } from '../profile';

const PLACED = 'ecommerce.order_placed';

const propertiesOf = ({ wire }: Entry): IDataObject => {
	const { properties } = wire as IDataObject;
	return isObject(properties) ? properties : {};
};

/** @returns the object of the item that places an order */
const orderIn = ({ entries }: Call): Entry | undefined =>
	entries.find(
		(entry) =>
			(entry.wire as IDataObject).name === PLACED && propertiesOf(entry).order_id !== undefined,
	);

/**
 * A join or a list that was split gives the same order several times, and Braze adds up the value of each.
 *
 * @returns the calls that place an order another time
 */
export function ordersPlacedTwice(calls: Call[]): Map<Call, InvalidInput> {
	const placed = new Set<string>();
	const wrong = new Map<Call, InvalidInput>();
	for (const call of calls) {
		const order = orderIn(call);
		if (!order) continue;
		const same = canonicalJson([namedUser(order), propertiesOf(order)]);
		if (placed.has(same)) wrong.set(call, refusalOf(propertiesOf(order)));
		placed.add(same);
	}
	return wrong;
}

const refusalOf = ({ order_id: id }: IDataObject): InvalidInput =>
	new InvalidInput(
		'Order ID',
		`is ${quote(id)}, which an earlier item of this run places for the same user with the same products and total, and Braze would add its value once more`,
		'Remove the duplicates before this node: one item for each order',
	);
