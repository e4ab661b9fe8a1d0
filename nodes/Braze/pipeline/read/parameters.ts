import type { IBinaryData, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { isObject } from '../../schema/convert';
import { rendersLiquid } from '../../schema/describe';
import { locatorValue, withoutLocator } from '../../schema/locator';
import type { EmptyValues } from './emptyValues';
import { engineOf } from './engine';
import { noteHint } from './itemHints';
import type { ItemHints } from './itemHints';
import { namesItemData } from './namesItemData';
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
	/**
	 * Works something out of parameters: once a run where all that it reads holds no expression, for each item otherwise.
	 *
	 * @param what stands for it at every item: its declaration
	 */
	once: <Value>(what: object, workOut: () => Value) => Value;
	/** The fields of the item that expressions see; reading them makes the result depend on the item. */
	inputFields: () => Record<string, unknown>;
	/** The fields of all input items of the run: the same list each time. */
	allInputFields: () => Array<Record<string, unknown>>;
	/** A person runs the workflow in the editor and looks at what comes out. */
	isManual: boolean;
	/** Tells the person something on the output panel, once a run, where the item it is about goes out. */
	hint: (message: string) => void;
	/** What n8n tells of a file of the input item; reading it makes the result depend on the item. */
	file: (property: string) => IBinaryData | undefined;
	/** Whether anything read so far can differ from item to item. */
	dependsOnItem: () => boolean;
	/** Whether anything read so far names data of an item. */
	namesItemData: () => boolean;
}

/** What the parameters of a run are read with besides the form. */
export interface ReadingRules {
	texts?: TextRules;
	/** Takes note of expressions that gave nothing. */
	emptyValues?: EmptyValues;
	/** Takes note of what the parts tell the person. */
	hints?: ItemHints;
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
	{ texts = defaultRules, emptyValues = new Map(), hints = new Map() }: ReadingRules = {},
): (itemIndex: number) => ItemParameters {
	const engine = engineOf(context);
	const using = { engine, rules: texts, emptyValues };
	const properties = propertiesByName(form);
	const items = context.getInputData();
	let fieldsOfAll: Array<Record<string, unknown>> | undefined;
	const allInputFields = (): Array<Record<string, unknown>> =>
		(fieldsOfAll ??= items.map(({ json }, itemIndex) => engine.itemAt(itemIndex) ?? json));

	const raw = (name: string): unknown =>
		context.getNodeParameter(name, 0, null, { rawExpressions: true }) ?? undefined;

	const asked = (name: string, itemIndex: number): unknown =>
		context.getNodeParameter(name, itemIndex, null) ?? undefined;

	const parameters = new Map<string, Parameter>();
	const parameterOf = (name: string): Parameter => {
		const known = parameters.get(name);
		if (known) return known;
		const property = properties.get(name);
		const traits = property ? traitsOf(property) : termTraits(name);
		const stored = raw(name);
		const own = readerOf(stored, property, traits, using);
		// n8n gives the columns of a resource mapper their types, and only n8n
		const isMapped = properties.get(name.split('.')[0])?.type === 'resourceMapper';
		const reader = isMapped ? { read: (itemIndex: number) => asked(name, itemIndex) } : own;
		const parameter = {
			...finished(reader, property?.type),
			namesItemData: namesItemData(stored),
		};
		parameters.set(name, parameter);
		return parameter;
	};
	const isManual = context.getMode() === 'manual';
	const workedOut = new Map<object, { value: unknown }>();

	return (itemIndex) => {
		let dependsOnItem = false;
		let named = false;
		return {
			itemIndex,
			read: (name) => {
				const parameter = parameterOf(name);
				if (parameter.namesItemData) named = true;
				if ('constant' in parameter) return parameter.constant;
				dependsOnItem = true;
				return parameter.read(itemIndex);
			},
			raw,
			once: <Value>(what: object, workOut: () => Value): Value => {
				const known = workedOut.get(what);
				if (known) return known.value as Value;
				const before = dependsOnItem;
				dependsOnItem = false;
				try {
					const value = workOut();
					if (!dependsOnItem) workedOut.set(what, { value });
					return value;
				} finally {
					dependsOnItem ||= before;
				}
			},
			inputFields: () => {
				dependsOnItem = true;
				named = true;
				return (
					engine.itemAt(itemIndex) ?? (engine.value('$json', itemIndex) as Record<string, unknown>)
				);
			},
			allInputFields,
			isManual,
			hint: (message) => noteHint(hints, message, dependsOnItem ? itemIndex : undefined),
			file: (property) => {
				dependsOnItem = true;
				const found: unknown = ownIn(items[itemIndex].binary, property);
				return isObject(found) ? (found as unknown as IBinaryData) : undefined;
			},
			dependsOnItem: () => dependsOnItem,
			namesItemData: () => named,
		};
	};
}

/** @returns the value under a key, and nothing for what every object has */
const ownIn = (values: object | undefined, key: string): unknown =>
	values && Object.hasOwn(values, key) ? (values as Record<string, unknown>)[key] : undefined;

/** How a parameter is read for each item, and whether an expression in it names data of the item. */
type Parameter = Reader & { namesItemData: boolean };

/** @returns the reader with locators resolved; a choice that an expression gives may have blanks around it */
function finished(reader: Reader, type?: INodeProperties['type']): Reader {
	const finish = (given: unknown): unknown => {
		const value = type === 'resourceLocator' ? locatorValue(given) : withoutLocator(given);
		return type === 'options' && typeof value === 'string' ? value.trim() : value;
	};
	return 'constant' in reader
		? { constant: finish(reader.constant) }
		: { read: (itemIndex) => finish(reader.read(itemIndex)) };
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
