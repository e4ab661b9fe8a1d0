import type {
	IDataObject,
	IDisplayOptions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import {
	capitalize,
	collectionLabel,
	fieldLabel,
	flatLabel,
	groupOf,
	isFlat,
	jsonTwin,
} from './field';
import type { BrazeField, BrazeFieldGroup, BrazeObject } from './field';

type Show = NonNullable<IDisplayOptions['show']>;

const wireOnlyKeys: ReadonlyArray<Exclude<keyof BrazeField, keyof INodeProperties>> = [
	'alsoAccepts',
	'elsewhere',
	'flat',
	'fromCredential',
	'identifier',
	'legacy',
	'liquid',
	'maxBytes',
	'maxItems',
	'maxLength',
	'minItems',
	'narrows',
	'pattern',
	'patternHint',
	'reservedKeys',
	'sends',
	'spreadBy',
	'wire',
	'wireKey',
];

/** Stands below every field that takes Liquid, and so tells which ones do. */
export const LIQUID_HINT = 'Liquid: {{ }}, in expressions [[ ]]';

/** @returns whether Braze renders what stands in a property as Liquid */
export const rendersLiquid = ({ hint }: Pick<INodeProperties, 'hint'>): boolean =>
	hint === LIQUID_HINT;

/**
 * @param field a declared field
 * @returns the property that n8n's editor draws, without what only the wire needs
 */
export function toProperty(field: BrazeField): INodeProperties {
	const property: Record<string, unknown> = { ...field, displayName: fieldLabel(field) };
	for (const key of wireOnlyKeys) delete property[key];
	if (field.liquid) property.hint = LIQUID_HINT;
	// a list has a choice from the start: nothing to mark as missing
	if (field.type === 'options' && field.default !== '') delete property.required;
	// an expression in the selector would make n8n want the fields of every choice: the reader tells what is missing
	if (field.displayOptions || !field.required) delete property.required;
	if (field.options) property.options = field.options.map(toOption);
	return property as unknown as INodeProperties;
}

function toOption(option: INodePropertyOptions | BrazeFieldGroup): unknown {
	if (!('values' in option)) return option;
	return { ...option, values: option.values.flatMap(withJsonTwin).map(toProperty) };
}

function withJsonTwin(field: BrazeField): BrazeField[] {
	if (field.type !== 'assignmentCollection') return [field];
	const twin: BrazeField = {
		displayName: `${field.displayName} (JSON)`,
		name: jsonTwin(field.name),
		type: 'json',
		default: '{}',
		legacy: field.legacy,
		liquid: field.liquid,
		displayOptions: field.displayOptions,
	};
	return [field, twin];
}

/**
 * The parameter of an object that holds its optional fields.
 * The object without a name is the request itself.
 */
export const collectionName = ({ name }: Pick<BrazeObject, 'name'>): string =>
	name === '' ? 'additionalFields' : `${name}Fields`;

/** The parameter of one of an object's flat fields. */
export const flatName = ({ name }: Pick<BrazeObject, 'name'>, fieldName: string): string =>
	name === '' ? fieldName : `${name}${capitalize(fieldName)}`;

/** Takes keys that this package does not know yet; every object has it. */
export const additionalJson: BrazeField = {
	displayName: 'Additional JSON',
	name: 'additionalJson',
	type: 'json',
	default: '{}',
	description: 'Keys that this form lacks',
	wireKey: null,
};

const byLabel = (a: BrazeField, b: BrazeField): number =>
	Number(a.legacy ?? false) - Number(b.legacy ?? false) ||
	a.displayName.localeCompare(b.displayName);

function localRules(object: BrazeObject, field: BrazeField, root: '' | '/'): Show {
	const rules: Show = {};
	for (const [name, values] of Object.entries(field.displayOptions?.show ?? {})) {
		rules[name.startsWith('/') ? name : `${root}${flatName(object, name)}`] = values;
	}
	return rules;
}

/** Selectors that cannot hold an expression. */
const fixedSelectors = ['resource', 'operation'];

/** @returns the required and other flat fields of an object, or some of them, at full width, under a display rule */
export function describeFlat(
	object: BrazeObject,
	show: Show,
	fields: BrazeField[] = object.fields,
): INodeProperties[] {
	const isSelected = Object.keys(show).some((selector) => !fixedSelectors.includes(selector));
	return fields.filter(isFlat).map((field) => {
		const property = {
			...toProperty(field),
			displayName: flatLabel(object, field),
			name: flatName(object, field.name),
			displayOptions: { show: { ...show, ...localRules(object, field, '') } },
		};
		if (isSelected) delete property.required;
		return property;
	});
}

/** @returns the collection of an object's optional fields, under a display rule */
export function describeOptional(object: BrazeObject, show: Show): INodeProperties {
	const options = object.fields
		.filter((field) => !isFlat(field))
		.flatMap(withJsonTwin)
		.sort(byLabel)
		.concat(additionalJson)
		.map((field) => {
			const property = toProperty(field);
			if (field.displayOptions) property.displayOptions = { show: localRules(object, field, '/') };
			return property;
		});
	return {
		displayName: collectionLabel(object),
		name: collectionName(object),
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options,
		displayOptions: { show },
	};
}

/** @returns the whole form of an object: what it requires at full width, everything optional in one collection */
export const describeObject = (object: BrazeObject, show: Show): INodeProperties[] => [
	...describeFlat(object, show),
	describeOptional(object, show),
];

/** @returns the value of every row or part of a fixedCollection parameter */
export function groupRows(field: BrazeField, value: IDataObject): IDataObject[] {
	const group = groupOf(field);
	const rows = group ? value[group.name] : undefined;
	if (rows === undefined || rows === null) return [];
	return (Array.isArray(rows) ? rows : [rows]) as IDataObject[];
}
