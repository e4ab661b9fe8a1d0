import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { openBench } from '../engine/support.cts';
import { namedOperations, sampleOf } from '../samples/sample.cts';
import { fieldListsOf, properties, showOf } from './properties.cts';

const bench = openBench();

/** Every label that a failure named. */
const named = new Set<string>();

/** Values that hardly any field takes, as an expression may give them. */
const wrongValues = [
	'={{ ({ wrong: true }) }}',
	`={{ 'x'.repeat(300000) }}`,
	'={{ -7.5 }}',
	`={{ '' }}`,
];

/** What is built of rows, pairs or JSON has keys of the user's own behind its label. */
const isOpen = ({ type }: INodeProperties): boolean =>
	['json', 'assignmentCollection', 'fixedCollection', 'resourceMapper', 'string'].includes(type);

type Path = Array<string | number>;

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

const shownFor = (resource: string, operation: string): INodeProperties[] =>
	properties.filter((property) => {
		const { resource: resources = [resource], operation: operations = [operation] } = showOf(
			property,
		) as Record<string, string[]>;
		return resources.includes(resource) && operations.includes(operation);
	});

/** Fields inside collections are named by their own label, too. */
const withInner = (list: INodeProperties[]): INodeProperties[] =>
	list.flatMap((property) =>
		property.type === 'collection' ? [property, ...fieldListsOf(property).flat()] : [property],
	);

test.each(namedOperations)(
	'%s names its fields in failures as the screen does',
	async (name, operation) => {
		const { form, items = [{}], arrange } = sampleOf(operation);
		const [resource, value] = name.split('.');
		const screen = withInner(shownFor(resource, value));
		await arrange?.(bench.sandbox);
		const unknown = new Set<string>();
		for (const path of leaves(form)) {
			for (const wrong of wrongValues) {
				const changed = withValue(form, path, wrong);
				const { error } = await bench.run({
					parameters: {
						resource,
						operation: value,
						...changed,
						options: { ...(changed.options as IDataObject), dryRun: true },
					},
					items,
				});
				const label = /^(?:Item \d+: )?'([^']+)' /.exec(error?.message ?? '')?.[1];
				if (label === undefined) continue;
				named.add(label);
				if (!isOnScreen(label, screen))
					unknown.add(`${path.join('.')}: ${error?.message.slice(0, 150)}`);
			}
		}
		expect([...unknown]).toEqual([]);
	},
);

test('failures named fields of every kind', () => {
	expect(named.size).toBeGreaterThan(100);
});
