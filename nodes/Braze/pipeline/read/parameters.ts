import type { IBinaryData, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { withoutLocator } from '../../schema/convert';
import { rendersLiquid } from '../../schema/describe';
import type { EmptyValues } from './emptyValues';
import { engineOf } from './engine';
import { valueOf } from './reader';
import type { Reader } from './reader';
import { readerOf } from './readers';
import { defaultRules } from './rules';
import type { TextRules } from './rules';
import { termTraits, traitsOf } from './traits';

/** The parameters of the node for one input item. */
export interface ItemParameters {
	itemIndex: number;
	/** Value of a parameter, locators resolved to their ID; undefined where the form does not show it. */
	read: (name: string) => unknown;
	/** The parameter as it is stored, expressions unevaluated. */
	raw: (name: string) => unknown;
	/** The fields of the item that expressions see; reading them makes the result depend on the item. */
	inputFields: () => Record<string, unknown>;
	/** The fields of all input items of the run. */
	allInputFields: () => Array<Record<string, unknown>>;
	/** A person runs the workflow in the editor and looks at what comes out. */
	isManual: boolean;
	/** Tells the person something on the output panel, once a run. */
	hint: (message: string) => void;
	/** What n8n tells of a file of the input item; reading it makes the result depend on the item. */
	file: (property: string) => IBinaryData | undefined;
	/** Whether anything read so far can differ from item to item. */
	dependsOnItem: () => boolean;
}

/** What the parameters of a run are read with besides the form. */
export interface ReadingRules {
	texts?: TextRules;
	/** Takes note of expressions that gave nothing. */
	emptyValues?: EmptyValues;
}

/**
 * Reads the node's parameters item by item. What holds no expression is the same for every item and is read once a run; what only
 * names fields of the item is read from the item; everything else goes to n8n's expression engine. Content comes as Braze gets it,
 * Liquid included.
 *
 * @param form the properties of the operation, which say what each parameter is
 */
export function runParameters(
	context: IExecuteFunctions,
	form: INodeProperties[],
	{ texts = defaultRules, emptyValues = new Map() }: ReadingRules = {},
): (itemIndex: number) => ItemParameters {
	const engine = engineOf(context);
	const using = { engine, rules: texts, emptyValues };
	const readers = new Map<string, Reader>();
	const properties = propertiesByName(form);
	const items = context.getInputData();
	const hints = new Set<string>();
	const hint = (message: string): void => {
		if (hints.has(message)) return;
		hints.add(message);
		context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	};
	const allInputFields = (): Array<Record<string, unknown>> =>
		items.map(({ json }, itemIndex) => engine.itemAt(itemIndex) ?? json);

	const raw = (name: string): unknown =>
		context.getNodeParameter(name, 0, null, { rawExpressions: true }) ?? undefined;

	const asked = (name: string, itemIndex: number): unknown =>
		context.getNodeParameter(name, itemIndex, null) ?? undefined;

	const readerFor = (name: string): Reader => {
		const known = readers.get(name);
		if (known) return known;
		const property = properties.get(name);
		const traits = property ? traitsOf(property) : termTraits(name);
		const own = readerOf(raw(name), property, traits, using);
		// n8n gives the columns of a resource mapper their types, and only n8n
		const isMapped = properties.get(name.split('.')[0])?.type === 'resourceMapper';
		const reader = isMapped ? { read: (itemIndex: number) => asked(name, itemIndex) } : own;
		readers.set(name, reader);
		return reader;
	};

	return (itemIndex) => {
		let dependsOnItem = false;
		return {
			itemIndex,
			read: (name) => {
				const reader = readerFor(name);
				if (!('constant' in reader)) dependsOnItem = true;
				const value = withoutLocator(valueOf(reader, itemIndex));
				// a choice that an expression gives may have blanks around it
				const isChoice = properties.get(name)?.type === 'options';
				return isChoice && typeof value === 'string' ? value.trim() : value;
			},
			raw,
			inputFields: () => {
				dependsOnItem = true;
				return (
					engine.itemAt(itemIndex) ?? (engine.value('$json', itemIndex) as Record<string, unknown>)
				);
			},
			allInputFields,
			isManual: context.getMode() === 'manual',
			hint,
			file: (property) => {
				dependsOnItem = true;
				return items[itemIndex].binary?.[property];
			},
			dependsOnItem: () => dependsOnItem,
		};
	};
}

/** One of the properties of each name: those of one operation that share a name differ in when they show, not in what they are. */
function propertiesByName(form: INodeProperties[]): Map<string, INodeProperties> {
	const properties = new Map<string, INodeProperties>();
	for (const property of form) {
		if (!properties.has(property.name) || rendersLiquid(property))
			properties.set(property.name, property);
	}
	return properties;
}
