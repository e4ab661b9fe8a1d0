import { NodeHelpers } from 'n8n-workflow';
import type { INodeParameters, INodeProperties, NodeParameterValue } from 'n8n-workflow';

import {
	choicesOf,
	description,
	node,
	places,
	properties,
	shownIn,
	showOf,
	type Place,
} from './properties.cts';

type State = Record<string, NodeParameterValue>;

const selectors = ['resource', 'operation'];
const someCampaign = { __rl: true, mode: 'id', value: 'some' };

/** The values that a rule wants of a parameter; a condition wants any value at all. */
const wantedOf = (rule: unknown): NodeParameterValue[] | undefined =>
	Array.isArray(rule) && rule.every((value) => typeof value !== 'object')
		? (rule as NodeParameterValue[])
		: undefined;

/** What a condition of a rule asks of a parameter. */
const conditionOf = (rule: unknown): Record<string, string> | undefined =>
	Array.isArray(rule) ? (rule[0] as { _cnd?: Record<string, string> })._cnd : undefined;

/** Selectors that hide a parameter unless they have one value. */
const unlessHidden = ({ displayOptions }: INodeProperties): Record<string, NodeParameterValue[]> =>
	Object.fromEntries(
		Object.entries(displayOptions?.hide ?? {}).map(([name, rule]) => [
			name,
			[conditionOf(rule)?.not ?? ''],
		]),
	);

const findAll = (name: string): INodeProperties[] =>
	properties.filter((property) => property.name === name);

/** A form that has chosen everything a rule asks for, with so much of each selector. */
function formFor(show: Record<string, unknown>, pick: State) {
	const form: INodeParameters = { ...pick } as INodeParameters;
	for (const [key, rule] of Object.entries(show)) {
		const name = key.replace(/^\//, '');
		if (selectors.includes(name) && name in pick) continue;
		const wanted = wantedOf(rule);
		const isMultiple = findAll(name).some(({ type }) => type === 'multiOptions');
		const start = conditionOf(rule)?.startsWith;
		if (start !== undefined) form[name] = `${start}{{ "x" }}`;
		else form[name] = wanted ? (isMultiple ? [wanted[0]] : wanted[0]) : someCampaign;
	}
	return form;
}

const asList = (rule: unknown): NodeParameterValue[] => (rule as NodeParameterValue[]) ?? [];

const choicesIn = (property: INodeProperties | undefined) =>
	property ? choicesOf(property).map(({ value }) => value) : [];

/** Every state that resource and operation can be in. */
const states: State[] = choicesIn(findAll('resource')[0]).flatMap((resource) => {
	const isFor = (property: INodeProperties) => asList(showOf(property).resource).includes(resource);
	return choicesIn(findAll('operation').find(isFor)).map((operation) => ({ resource, operation }));
});

/** The states that a rule allows. */
const statesOf = (show: Record<string, unknown>): State[] =>
	states.filter((state) =>
		selectors.every(
			(name) => show[name] === undefined || asList(show[name]).includes(state[name] ?? null),
		),
	);

const withRule = properties.filter(({ displayOptions }) => displayOptions);
const title = (property: INodeProperties, index: number): [string, INodeProperties] => [
	`${property.name} (${index})`,
	property,
];

describe('every parameter shows', () => {
	test.each(withRule.map(title))('%s', (_name, property) => {
		const show = showOf(property);
		expect(statesOf(show)).not.toEqual([]);
		for (const state of statesOf(show)) {
			const shown = shownIn(formFor({ ...show, ...unlessHidden(property) }, state));
			expect(shown.includes(property) ? 'shown' : state).toBe('shown');
			const names = shown.map(({ name }) => name);
			for (const key of Object.keys(show)) expect(names).toContain(key.replace('/', ''));
		}
	});
});

const nested = places.filter(({ path, property }) => path.includes('.') && property.displayOptions);

describe('every field inside another shows', () => {
	const distinct = [
		...new Map(
			nested.map((place) => [`${place.path} ${JSON.stringify(showOf(place.property))}`, place]),
		),
	];

	test.each(distinct)('%s', (_path, { property, siblings, root }: Place) => {
		const rules = Object.entries(showOf(property));
		const fromRoot = rules.filter(([key]) => key.startsWith('/'));
		const ofForm = Object.fromEntries(fromRoot.map(([key, rule]) => [key.slice(1), rule]));
		const [state] = statesOf({ ...showOf(root), ...ofForm });
		const form = formFor({ ...showOf(root), ...Object.fromEntries(fromRoot) }, state);
		const shown = shownIn(form).map(({ name }) => name);
		expect(shown).toContain(root.name);
		for (const [key] of fromRoot) expect(shown).toContain(key.slice(1));

		const beside = rules.filter(([key]) => !key.startsWith('/'));
		const row: INodeParameters = {};
		for (const [key, rule] of beside) {
			expect(siblings.map(({ name }) => name)).toContain(key);
			row[key] = asList(rule)[0] as string;
		}
		const filled =
			NodeHelpers.getNodeParameters(properties, form, true, false, node, description) ?? {};
		expect(NodeHelpers.displayParameter(row, property, node, description, filled)).toBe(true);
	});
});

test('every value that a rule names can be chosen', () => {
	const missing = places.flatMap(({ path, property, siblings }) =>
		Object.entries(showOf(property)).flatMap(([key, rule]) => {
			const [name, beside] = key.startsWith('/') ? [key.slice(1), properties] : [key, siblings];
			const named = beside.filter((each) => each.name === name);
			const choices = named.flatMap((each) =>
				each.type === 'boolean' ? [true, false] : choicesOf(each).map(({ value }) => value),
			);
			return (wantedOf(rule) ?? [])
				.filter((value) => !choices.includes(value as string))
				.map((value) => `${path}: ${key} = ${String(value)}`);
		}),
	);
	expect(missing).toEqual([]);
});

/** Whether no form satisfies both rules: one parameter with one value would need two. */
function exclude(a: INodeProperties, b: INodeProperties, siblings: INodeProperties[]): boolean {
	const [first, second] = [a, b].map((each) => ({ ...showOf(each), ...unlessHidden(each) }));
	const both = statesOf(second);
	if (!statesOf(first).some((state) => both.includes(state))) return true;
	return Object.keys(first).some((key) => {
		const [name, beside] = key.startsWith('/') ? [key.slice(1), properties] : [key, siblings];
		const isSingle = beside.some((each) => each.name === name && each.type !== 'multiOptions');
		const starts = [first, second].map((rules) => conditionOf(rules[key])?.startsWith);
		// an expression is none of the values that a rule names
		if (starts.filter((start) => start === undefined).length === 1)
			return second[key] !== undefined;
		const [left, right] = [wantedOf(first[key]), wantedOf(second[key])];
		return isSingle && left && right && !left.some((value) => right.includes(value));
	});
}

test('no two parameters of the same name show together', () => {
	const together = [...new Set(places.map(({ siblings }) => siblings))].flatMap((siblings) =>
		siblings.flatMap((property, index) =>
			siblings
				.slice(index + 1)
				.filter((other) => other.name === property.name && !exclude(property, other, siblings))
				.map(({ name }) => name),
		),
	);
	expect(together).toEqual([]);
});

test('parameters of the same name inside a row have the same default: n8n gives a new row the last one', () => {
	const different = places
		.filter(({ path }) => path.includes('.'))
		.filter(({ property, siblings }) =>
			siblings.some(
				(other) =>
					other.name === property.name &&
					JSON.stringify(other.default) !== JSON.stringify(property.default),
			),
		);
	expect(different.map(({ path }) => path)).toEqual([]);
});

test('a form that was switched shows nothing of what it was before', () => {
	const stale: INodeParameters = {
		sendTo: 'audience',
		channels: ['email', 'sms'],
		emailContent: 'template',
		audience: 'build',
		campaignId: someCampaign,
	};
	const shown = shownIn({ resource: 'sendId', operation: 'create', ...stale });
	expect(shown.map(({ name }) => name)).toEqual([
		'resource',
		'operation',
		'campaignId',
		'sendId',
		'options',
	]);
});

test('the common case asks for few fields', () => {
	const countShown = (form: INodeParameters): number =>
		shownIn(form).filter(({ name }) => !['resource', 'operation'].includes(name)).length;
	expect(countShown({ resource: 'campaignTrigger', operation: 'send' })).toBeLessThanOrEqual(12);
	expect(countShown({ resource: 'canvasTrigger', operation: 'send' })).toBeLessThanOrEqual(12);
	expect(countShown({ resource: 'message', operation: 'send' })).toBeLessThanOrEqual(9);
});

/** The parameters of a name that a form shows, each with whether n8n wants it. */
const wantedIn = (name: string, form: INodeParameters): boolean[] =>
	shownIn(form)
		.filter((property) => property.name === name)
		.map(({ required = false }) => required);

const BY_EXPRESSION = '={{ $json.kind }}';
const merge = { resource: 'user', operation: 'merge' };
const send = { resource: 'message', operation: 'send' };

test.each<[string, INodeParameters, string, boolean[]]>([
	['chosen', merge, 'mergeExternalUserId', [true]],
	['not chosen', merge, 'mergeEmail', []],
	['by expression', { ...merge, keepUserIdentifier: BY_EXPRESSION }, 'keepEmail', [false]],
	['both chosen', send, 'externalUserId', [true]],
	['the first by expression', { ...send, sendTo: BY_EXPRESSION }, 'aliasName', [false]],
	['the second by expression', { ...send, userIdentifier: BY_EXPRESSION }, 'aliasName', [false]],
	[
		'the second by expression, the first something else',
		{ ...send, sendTo: 'userList', userIdentifier: BY_EXPRESSION },
		'aliasName',
		[],
	],
])('an identifier is wanted where it is chosen for sure: %s', (_what, form, name, wanted) => {
	expect(wantedIn(name, form)).toEqual(wanted);
});

test.each([
	['', 0],
	['products', 1],
	[BY_EXPRESSION, 1],
])('the fields of the catalog "%s" are asked for once it is named', (value, count) => {
	const catalogName = { __rl: true, mode: 'name', value };
	const form = { resource: 'catalogItem', operation: 'upsert', catalogName };
	expect(wantedIn('itemFields', form)).toHaveLength(count);
});
