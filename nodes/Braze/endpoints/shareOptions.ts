import type { INodeProperties } from 'n8n-workflow';

import type { Show } from '../pipeline/part';
import type { FormState } from './shareProperties';
import { fitsRule, shareProperties } from './shareProperties';

/** The options of one operation, each without a rule about resource and operation. */
export interface OwnOptions {
	state: FormState;
	options: INodeProperties[];
}

/**
 * One collection for the options of all operations: most operations have the same ones, so each stands in it once, with a rule
 * that shows it for the operations that have it.
 */
export function shareOptions(collection: INodeProperties, forms: OwnOptions[]): INodeProperties {
	const all = forms.map(({ state }) => state);
	const options = shareProperties(
		forms.map(({ state, options: properties }) => ({ state, properties })),
	)
		.map((option) => asInner(option, all))
		.sort((a, b) => a.displayName.localeCompare(b.displayName));
	return { ...collection, options };
}

/** Inside a collection, a slash leads to the parameters of the form; a selector that decides nothing is left out. */
function asInner(option: INodeProperties, all: FormState[]): INodeProperties {
	const { resource, operation, ...rest } = option.displayOptions?.show as Show & {
		resource: string[];
		operation: string[];
	};
	const shown = all.filter((state) => fitsRule({ resource, operation }, state)).length;
	const isEnough = (rule: { resource?: string[]; operation?: string[] }): boolean =>
		all.filter((state) => fitsRule(rule, state)).length === shown;
	const rule: Show = isEnough({})
		? {}
		: isEnough({ operation })
			? { '/operation': operation }
			: isEnough({ resource })
				? { '/resource': resource }
				: { '/resource': resource, '/operation': operation };
	const show = { ...rule, ...rest };
	const property: INodeProperties = { ...option };
	delete property.displayOptions;
	return Object.keys(show).length > 0 ? { ...property, displayOptions: { show } } : property;
}
