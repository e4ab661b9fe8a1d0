import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

type Show = NonNullable<IDisplayOptions['show']>;

/** One state of the form's selectors: an operation, and for schedules what is scheduled. */
export interface FormState {
	resource: string;
	operation: string;
	scheduleType?: string;
}

const selectors = ['resource', 'operation', 'scheduleType'] as const;

const fits = (show: Show, state: FormState): boolean =>
	selectors.every((selector) => {
		const value = state[selector];
		return show[selector] === undefined || (value !== undefined && show[selector].includes(value));
	});

const showOf = (property: INodeProperties): Show => property.displayOptions?.show ?? {};

/** A property without the selectors of its display rule: equal for the copies that operations share. */
function sharedPart(property: INodeProperties): string {
	const rest: Show = { ...showOf(property) };
	for (const selector of selectors) delete rest[selector];
	return JSON.stringify([
		{ ...property, displayOptions: undefined },
		property.displayOptions?.hide,
		rest,
	]);
}

const union = (a: Show[string], b: Show[string]): Show[string] =>
	a && b ? [...new Set([...a, ...b])] : undefined;

/** One rule instead of two, where it shows the property in no state that neither of them did. */
function joined(
	a: Show,
	b: Show,
	wanted: (state: FormState) => boolean,
	states: FormState[],
): Show | undefined {
	const candidates = selectors.reduce<Show>(
		(rule, selector) => ({ ...rule, [selector]: union(a[selector], b[selector]) }),
		{ ...a },
	);
	if (candidates.scheduleType === undefined) delete candidates.scheduleType;
	const exact = states.every((state) => !fits(candidates, state) || wanted(state));
	return exact ? candidates : undefined;
}

function joinRules(rules: Show[], states: FormState[]): Show[] {
	const wanted = (state: FormState): boolean => rules.some((rule) => fits(rule, state));
	const result: Show[] = [];
	for (const rule of rules) {
		const partner = result.findIndex((other) => joined(other, rule, wanted, states));
		const both = partner < 0 ? undefined : joined(result[partner], rule, wanted, states);
		if (both) result[partner] = both;
		else result.push(rule);
	}
	return result.length < rules.length
		? joinRules(result, states)
		: result.map((rule) => simplified(rule, wanted, states));
}

/** Drops from a rule the selectors that decide nothing, such as the operation of a resource that has only one. */
const simplified = (rule: Show, wanted: (state: FormState) => boolean, states: FormState[]): Show =>
	(['scheduleType', 'operation'] as const).reduce<Show>((shorter, selector) => {
		const rest: Show = { ...shorter };
		delete rest[selector];
		return states.every((state) => !fits(rest, state) || wanted(state)) ? rest : shorter;
	}, rule);

/**
 * The form with every property once, wherever several operations have the same one: the rules that show the copies become one.
 * The order that each operation gave its properties is kept.
 *
 * @param properties the properties of all operations, one operation after the other
 * @param states every state that the selectors can be in
 * @throws Error where two operations have the same properties in opposite orders
 */
export function shareProperties(
	properties: INodeProperties[],
	states: FormState[],
): INodeProperties[] {
	const groups = new Map<string, INodeProperties[]>();
	for (const property of properties) {
		const key = sharedPart(property);
		groups.set(key, [...(groups.get(key) ?? []), property]);
	}
	const shared = [...groups.values()].flatMap((copies) =>
		joinRules(copies.map(showOf), states).map((show) => ({
			...copies[0],
			displayOptions: { ...copies[0].displayOptions, show },
		})),
	);
	return inOrder(shared, properties, states);
}

function inOrder(
	shared: INodeProperties[],
	properties: INodeProperties[],
	states: FormState[],
): INodeProperties[] {
	const byPart = new Map<string, INodeProperties[]>();
	for (const property of shared) {
		const key = sharedPart(property);
		byPart.set(key, [...(byPart.get(key) ?? []), property]);
	}
	const followers = new Map<INodeProperties, Set<INodeProperties>>();
	for (const state of states) {
		const sequence = properties
			.filter((property) => fits(showOf(property), state))
			.flatMap((property) =>
				(byPart.get(sharedPart(property)) ?? []).filter((each) => fits(showOf(each), state)),
			);
		sequence.slice(1).forEach((next, index) => {
			const previous = sequence[index];
			followers.set(previous, (followers.get(previous) ?? new Set()).add(next));
		});
	}
	return sortedByFollowers(shared, followers);
}

function sortedByFollowers(
	shared: INodeProperties[],
	followers: Map<INodeProperties, Set<INodeProperties>>,
): INodeProperties[] {
	const waitingFor = new Map(shared.map((property) => [property, 0]));
	for (const after of followers.values()) {
		for (const property of after) waitingFor.set(property, (waitingFor.get(property) ?? 0) + 1);
	}
	const sorted: INodeProperties[] = [];
	while (waitingFor.size > 0) {
		const next = [...waitingFor].find(([, count]) => count === 0)?.[0];
		if (!next) {
			const names = [...waitingFor.keys()].map(({ name }) => name).join(', ');
			throw new Error(`Operations order these properties differently: ${names}`);
		}
		waitingFor.delete(next);
		sorted.push(next);
		for (const property of followers.get(next) ?? []) {
			waitingFor.set(property, (waitingFor.get(property) ?? 0) - 1);
		}
	}
	return sorted;
}
