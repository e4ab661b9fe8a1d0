import type { INodeProperties } from 'n8n-workflow';

import type { Show } from '../pipeline/part';

/** One state of the form's selectors. */
export interface FormState {
	resource: string;
	operation: string;
}

/** A property and the states that show it. */
interface SharedProperty {
	key: string;
	property: INodeProperties;
	states: FormState[];
}

/**
 * The form with every property once, wherever several operations have the same one: the rules that show the copies become one.
 * The order that each operation gave its properties is kept; where two operations have the same ones in another order,
 * some stand twice.
 *
 * @param forms the properties of each operation under its state, each with a rule that names resource and operation
 */
export function shareProperties(
	forms: Array<{ state: FormState; properties: INodeProperties[] }>,
): INodeProperties[] {
	const merged: SharedProperty[] = [];
	for (const { state, properties } of forms) {
		let position = -1;
		for (const property of properties) {
			const key = sharedPart(property);
			const found = merged.findIndex((each, index) => index > position && each.key === key);
			if (found >= 0) merged[found].states.push(state);
			else merged.splice(position + 1, 0, { key, property, states: [state] });
			position = found >= 0 ? found : position + 1;
		}
	}
	const all = forms.map(({ state }) => state);
	return merged.flatMap(({ property, states }) =>
		rulesFor(states, all).map((rule) => withRule(property, rule)),
	);
}

/** What a display rule names besides resource and operation. */
function otherRules({ displayOptions }: INodeProperties): Show {
	const rules: Show = { ...displayOptions?.show };
	delete rules.resource;
	delete rules.operation;
	return rules;
}

/** A property without the selectors of its display rule: equal for the copies that operations share. */
function sharedPart(property: INodeProperties): string {
	return JSON.stringify([
		{ ...property, displayOptions: undefined },
		property.displayOptions?.hide,
		otherRules(property),
	]);
}

/** Resource and operation stand first: a selector that holds an expression ends n8n's reading of the rule. */
const withRule = (property: INodeProperties, rule: SelectorRule): INodeProperties => {
	const rest = otherRules(property);
	return {
		...property,
		displayOptions: { ...property.displayOptions, show: { ...rule, ...rest } },
	};
};

export type SelectorRule = { resource: string[]; operation: string[] };

/** @returns the fewest rules that show a property in exactly these states */
function rulesFor(states: FormState[], all: FormState[]): SelectorRule[] {
	const wanted = new Set(states.map(stateKey));
	const isExact = (rule: SelectorRule): boolean =>
		all.every((state) => !fitsRule(rule, state) || wanted.has(stateKey(state)));
	const rules: SelectorRule[] = [];
	for (const { resource, operation } of states) {
		const own: SelectorRule = { resource: [resource], operation: [operation] };
		const partner = rules.findIndex((rule) => isExact(union(rule, own)));
		if (partner >= 0) rules[partner] = union(rules[partner], own);
		else rules.push(own);
	}
	return joinedRules(rules, isExact);
}

function joinedRules(
	rules: SelectorRule[],
	isExact: (rule: SelectorRule) => boolean,
): SelectorRule[] {
	const joined: SelectorRule[] = [];
	for (const rule of rules) {
		const partner = joined.findIndex((other) => isExact(union(other, rule)));
		if (partner >= 0) joined[partner] = union(joined[partner], rule);
		else joined.push(rule);
	}
	return joined.length < rules.length ? joinedRules(joined, isExact) : joined;
}

const stateKey = ({ resource, operation }: FormState): string => `${resource} ${operation}`;

/** @returns whether a rule shows something in a state; a selector that it does not name decides nothing */
export const fitsRule = (
	rule: Partial<SelectorRule>,
	{ resource, operation }: FormState,
): boolean =>
	(rule.resource?.includes(resource) ?? true) && (rule.operation?.includes(operation) ?? true);

const union = (a: SelectorRule, b: SelectorRule): SelectorRule => ({
	resource: [...new Set([...a.resource, ...b.resource])],
	operation: [...new Set([...a.operation, ...b.operation])],
});
