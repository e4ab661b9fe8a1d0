import { NodeHelpers } from 'n8n-workflow';
import type {
	INode,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';

import { Braze } from '../../nodes/Braze/Braze.node.ts';

export const { description } = new Braze();
export const { properties } = description;

/** A parameter and the way to it, from the top of the form. */
export interface Place {
	path: string;
	property: INodeProperties;
	/** The parameters beside it. */
	siblings: INodeProperties[];
	/** The parameter of the form that it is in, or itself. */
	root: INodeProperties;
}

const isGroup = (option: object): option is INodePropertyCollection => 'values' in option;
const isChoice = (option: object): option is INodePropertyOptions => 'value' in option;

/** The choices of a list; empty for anything else. */
export const choicesOf = ({ options = [] }: INodeProperties): INodePropertyOptions[] =>
	options.filter(isChoice);

/** The parameters directly inside a collection or a fixedCollection, list by list. */
export const fieldListsOf = ({ type, options = [] }: INodeProperties): INodeProperties[][] => {
	if (type === 'fixedCollection') return options.filter(isGroup).map(({ values }) => values);
	return type === 'collection' ? [options as INodeProperties[]] : [];
};

function placesIn(siblings: INodeProperties[], at: string, root?: INodeProperties): Place[] {
	return siblings.flatMap((property) => {
		const path = `${at}${property.name}`;
		const place = { path, property, siblings, root: root ?? property };
		const inner = fieldListsOf(property).flatMap((list) => placesIn(list, `${path}.`, place.root));
		return [place, ...inner];
	});
}

/** Every parameter of the node, however deep. */
export const places: Place[] = placesIn(properties, '');

/** The display rule of a parameter. */
export const showOf = ({ displayOptions }: INodeProperties) => displayOptions?.show ?? {};

/** A node without a form. */
export const node: INode = {
	id: '1',
	name: 'Braze',
	type: 'n8n-nodes-braze.braze',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const shownForms = new Map<string, INodeProperties[]>();

/** @returns everything the editor would show for a form; many parameters share a rule, and so a form */
export function shownIn(form: INodeParameters): INodeProperties[] {
	const key = JSON.stringify(form);
	const known = shownForms.get(key);
	if (known) return known;
	const filled =
		NodeHelpers.getNodeParameters(properties, form, true, false, node, description) ?? {};
	const shown = properties.filter((property) =>
		NodeHelpers.displayParameter(filled, property, node, description),
	);
	shownForms.set(key, shown);
	return shown;
}
