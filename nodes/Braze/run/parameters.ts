import type { IExecuteFunctions } from 'n8n-workflow';

import { isObject, withoutLocator } from '../fields/convert';

/** The parameters of the node for one input item. */
export interface ItemParameters {
	itemIndex: number;
	/** Value of a parameter, locators resolved to their ID; undefined where the form does not show it. */
	read: (name: string) => unknown;
	/** The input item's own fields; reading them makes the result depend on the item. */
	inputFields: () => Record<string, unknown>;
	/** Whether anything read so far can differ from item to item. */
	dependsOnItem: () => boolean;
}

/** @returns whether a stored parameter value holds an expression anywhere; n8n marks one by a leading equals sign */
function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (Array.isArray(value)) return value.some(holdsExpression);
	return isObject(value) && Object.values(value).some(holdsExpression);
}

/**
 * Reads the node's parameters item by item. A parameter without an expression is the same for every item,
 * so n8n is asked for it once a run.
 */
export function runParameters(context: IExecuteFunctions): (itemIndex: number) => ItemParameters {
	const constant = new Map<string, unknown>();
	const varying = new Set<string>();
	const items = context.getInputData();

	const evaluate = (name: string, itemIndex: number): unknown =>
		withoutLocator(context.getNodeParameter(name, itemIndex, null) ?? undefined);

	const isVarying = (name: string): boolean => {
		if (varying.has(name)) return true;
		if (constant.has(name)) return false;
		const raw: unknown = context.getNodeParameter(name, 0, null, { rawExpressions: true });
		if (holdsExpression(raw)) {
			varying.add(name);
			return true;
		}
		constant.set(name, evaluate(name, 0));
		return false;
	};

	return (itemIndex) => {
		let dependsOnItem = false;
		return {
			itemIndex,
			read: (name) => {
				if (!isVarying(name)) return constant.get(name);
				dependsOnItem = true;
				return evaluate(name, itemIndex);
			},
			inputFields: () => {
				dependsOnItem = true;
				return items[itemIndex].json;
			},
			dependsOnItem: () => dependsOnItem,
		};
	};
}
