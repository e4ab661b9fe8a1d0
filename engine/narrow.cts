import type { INode, INodeProperties, INodeType } from 'n8n-workflow';

/** What a node is set to do. */
interface Choice {
	resource: string;
	operation: string;
}

const isFixed = (value: unknown): value is string =>
	typeof value === 'string' && !value.startsWith('=');

/** Whether a field stands in the form of a choice, as far as the choice decides it. */
function isIn({ displayOptions }: INodeProperties, choice: Choice): boolean {
	const { show = {}, hide = {} } = displayOptions ?? {};
	return (['resource', 'operation'] as const).every(
		(name) =>
			(show[name]?.includes(choice[name]) ?? true) &&
			!(hide[name]?.includes(choice[name]) ?? false),
	);
}

const narrowedTypes = new WeakMap<INodeType, Map<string, INodeType>>();

/**
 * The type of the Braze node with no fields but those of the operations that nodes are set to. n8n goes through all fields
 * several times before each run, which takes longer than most runs; what it makes of a node is the same without the
 * fields that no form of these shows.
 *
 * @param nodes those of the workflow which are of this type; where one of them is set by an expression or by default,
 * the type stays whole
 */
export function narrowedTo(nodes: INode[], type: INodeType): INodeType {
	const choices = nodes.map(({ parameters: { resource, operation } }) => ({ resource, operation }));
	const isKnown = (choice: (typeof choices)[number]): choice is Choice =>
		isFixed(choice.resource) && isFixed(choice.operation);
	if (!choices.every(isKnown)) return type;
	const known = narrowedTypes.get(type) ?? new Map<string, INodeType>();
	narrowedTypes.set(type, known);
	const key = JSON.stringify(choices);
	const narrowed =
		known.get(key) ?? withFields(type, (field) => choices.some((each) => isIn(field, each)));
	known.set(key, narrowed);
	return narrowed;
}

function withFields(type: INodeType, isKept: (field: INodeProperties) => boolean): INodeType {
	const properties = type.description.properties.filter(isKept);
	const description = { ...type.description, properties };
	return Object.create(type, { description: { value: description } }) as INodeType;
}
