import type { IDataObject } from 'n8n-workflow';

import type { ItemParameters } from '../../pipeline/read/parameters';
import { quote } from '../../schema/invalidInput';
import { isEcommerce } from './schema';

/** How the names of all eCommerce events begin, in any spelling. */
const prefix = /^e-?commerce\W/i;

/** Tells of an event whose name begins as those that Braze reports on, but is none: it becomes a custom event without an error. */
export function tellNearEcommerce(
	{ name }: IDataObject,
	{ hint }: Pick<ItemParameters, 'hint'>,
): void {
	if (typeof name !== 'string' || !prefix.test(name) || isEcommerce(name)) return;
	hint(
		`${quote(name)} went out as a custom event of your own: Braze knows its eCommerce events by their exact names, which the operation Track eCommerce Event has`,
	);
}
