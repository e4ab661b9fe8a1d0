import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { failuresIn, openBench } from '../engine/support.cts';
import { namedOperations, sampleOf } from '../samples/sample.cts';
import { fieldListsOf, properties, showOf } from './properties.cts';

const bench = openBench();

/** Every label that a failure named. */
const named = new Set<string>();

/** Values that hardly any field takes, as an expression may give them. */
const wrongValues = ['{ wrong: true }', `'x'.repeat(300000)`, '-7.5', `''`];
const wrong = `={{ [${wrongValues.join(', ')}][$itemIndex] }}`;

/** What is built of rows, pairs or JSON has keys of the user's own behind its label. */
const isOpen = ({ type, name }: INodeProperties): boolean =>
	/Source$/.test(name) ||
	['json', 'assignmentCollection', 'fixedCollection', 'resourceMapper', 'string'].includes(type);

type Path = Array<string | number>;

/** Operations share most of their fields; one of the same place and the same name is looked at once. */
const seen = new Set<string>();

function isNew(path: Path, screen: INodeProperties[]): boolean {
	const own = screen.filter(({ name }) => name === path[0]);
	const key = JSON.stringify([path, own.map(({ displayName, type }) => [displayName, type])]);
	if (seen.has(key)) return false;
	seen.add(key);
	return true;
}

/** The ways to every plain value of a form. */
function leaves(value: unknown, path: Path = []): Path[] {
	if (Array.isArray(value)) return value.flatMap((each, index) => leaves(each, [...path, index]));
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value);
		if ('__rl' in value) return [[...path, 'value']];
		return entries.flatMap(([key, each]) => leaves(each, [...path, key]));
	}
	return [path];
}

function withValue(form: IDataObject, path: Path, value: unknown): IDataObject {
	const copy = structuredClone(form);
	const holder = path
		.slice(0, -1)
		.reduce<unknown>(
			(inner, key) => (inner as Record<string | number, unknown>)[key],
			copy,
		) as Record<string | number, unknown>;
	holder[path[path.length - 1]] = value;
	return copy;
}

/** Whether a label stands on the screen: the words before each " > " name a field, the next one a field within it. */
function isOnScreen(label: string, list: INodeProperties[]): boolean {
	const [first, ...rest] = label.split(' > ');
	return list
		.filter(
			({ displayName }) => first === displayName || first.replace(/ \d+$/, '') === displayName,
		)
		.some((property) => {
			if (rest.length === 0) return true;
			const inner = fieldListsOf(property).flat();
			return isOpen(property) || isOnScreen(rest.join(' > '), inner);
		});
}

/** Braze's word for all that an eCommerce event carries, whose size is what counts. */
const WHOLE = 'Properties';

const shownFor = (resource: string, operation: string): INodeProperties[] =>
	properties.filter((property) => {
		const { resource: resources = [resource], operation: operations = [operation] } = showOf(
			property,
		) as Record<string, string[]>;
		return resources.includes(resource) && operations.includes(operation);
	});

/** Where an own field stands is told by the label of what holds it, or by the label of its row. */
const withInner = (list: INodeProperties[]): INodeProperties[] =>
	list.flatMap((property) => {
		const groups = property.type === 'fixedCollection' ? (property.options ?? []) : [];
		const rows = groups.map(
			({ displayName }: object & { displayName?: string }) =>
				({ ...property, displayName }) as INodeProperties,
		);
		const inside = property.type === 'collection' ? fieldListsOf(property).flat() : [];
		return [property, ...rows, ...inside];
	});

test.each(namedOperations)(
	'%s names its fields in failures as the screen does',
	async (name, operation) => {
		const { form, items = [{}], arrange } = sampleOf(operation);
		const [resource, value] = name.split('.');
		const screen = withInner(shownFor(resource, value));
		await arrange?.(bench.sandbox);
		const unknown = new Set<string>();
		for (const path of leaves(form).filter((each) => isNew(each, screen))) {
			const changed = withValue(form, path, wrong);
			const { output } = await bench.run({
				parameters: {
					resource,
					operation: value,
					...changed,
					options: { ...(changed.options as IDataObject), dryRun: true },
				},
				items: wrongValues.map(() => items[0]),
				node: { onError: 'continueErrorOutput' },
			});
			for (const failure of failuresIn(output[1])) {
				const label = /^(?:Item \d+: )?'([^']+)' /.exec(failure)?.[1];
				if (label === undefined) continue;
				named.add(label);
				if (label !== WHOLE && !isOnScreen(label, screen)) {
					unknown.add(`${path.join('.')}: ${failure.slice(0, 150)}`);
				}
			}
		}
		expect([...unknown]).toEqual([]);
	},
);

test('failures named fields of every kind', () => {
	expect(named.size).toBeGreaterThan(100);
});
