import type {
	IDataObject,
	IDisplayOptions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { Part, Show } from '../pipeline/part';
import type { ItemParameters } from '../pipeline/read/parameters';
import { checkObject } from '../schema/check';
import { choice } from '../schema/choice';
import type { ChoiceField } from '../schema/choice';
import { isAbsent, toJsonObject, toText, toTextList } from '../schema/convert';
import { jsonTwin } from '../schema/field';
import type { BrazeField, BrazeObject } from '../schema/field';
import { remembered } from '../schema/remembered';
import type { WriteContext } from '../schema/writeContext';
import { InvalidInput, quote } from '../schema/invalidInput';
import { toPairs } from '../schema/pairs';
import { pickInputFields, splitNames } from './inputFields';

/** An object of the user's own keys that the form takes in three ways: pairs, JSON, or the fields of the input item. */
export interface PropertySource {
	/** Name of the parameter that holds the pairs; the others derive from it. */
	name: string;
	displayName: string;
	description: string;
	/** Key of the object on the wire; `null` where its keys stand in the object around it. */
	wireKey: string | null;
	/** Largest size in bytes of JSON. */
	maxBytes?: number;
	/** Keys that Braze keeps for itself. */
	reservedKeys?: readonly string[];
	/** A pair whose expression finds nothing is left out, where null means something else. */
	leavesOutMissing?: true;
	/** Fields whose types Braze knows, in place of pairs. */
	typed?: TypedFields;
	/** Keys that other fields of the form give, so that input fields of that name stay out. */
	givenElsewhere?: readonly string[];
}

/** A parameter in place of pairs, under the name of the source, and what becomes of it. */
export interface TypedFields {
	/** Its choice in the list. */
	choice: INodePropertyOptions & { value: string };
	property: Omit<INodeProperties, 'name'>;
	/** What else must be chosen before it is shown. */
	needs: Show;
	/** @throws InvalidInput where a value is not of its field's type */
	read: (parameters: ItemParameters, writing: WriteContext) => IDataObject;
}

const sourceName = ({ name }: PropertySource): string => `${name}Source`;
const inputFieldsLabel = ({ displayName }: PropertySource): string => `${displayName} Input Fields`;
const inputFieldsName = ({ name }: PropertySource): string => `${name}InputFields`;

type SourceChoice = Required<Pick<ChoiceField, 'displayName' | 'name'>> & {
	options: INodePropertyOptions[];
};

const sourceChoice = remembered(
	(source: PropertySource): SourceChoice => ({
		displayName: source.displayName,
		name: sourceName(source),
		options: [
			...(source.typed ? [source.typed.choice] : []),
			{ name: 'JSON', value: 'json' },
			...(source.typed ? [] : [{ name: 'Key-Value Pairs', value: 'pairs' }]),
			...(source.typed ? [] : [{ name: 'None', value: 'none' }]),
			{ name: 'Use All Input Fields', value: 'inputFields' },
			{ name: 'Use Input Fields Except', value: 'inputFieldsExcept' },
			{ name: 'Use Selected Input Fields', value: 'selectedInputFields' },
		],
	}),
);

/** @returns the part that takes an object of the person's own keys */
export function properties(source: PropertySource): Part {
	const { displayName, name, wireKey, maxBytes, reservedKeys, typed } = source;
	const object: BrazeObject = {
		name: '',
		displayName: '',
		fields:
			wireKey === null ? [] : [{ ...ownKeys(displayName, name, wireKey, maxBytes), reservedKeys }],
	};
	return {
		describe: (show) => describePropertySource(source, show),
		write: (parameters, writing) => {
			const isTyped = typed && parameters.read(sourceName(source)) === typed.choice.value;
			const own = isTyped
				? typed.read(parameters, writing)
				: readPropertySource(source, parameters);
			if (!own) return {};
			return { wire: wireKey === null ? own : { [wireKey]: own } };
		},
		check: ({ wire }) => checkObject(object, wire),
	};
}

/** @returns the field that holds an object of the person's own keys */
export const ownKeys = (
	displayName: string,
	name: string,
	wireKey?: string,
	maxBytes?: number,
): BrazeField => ({
	displayName,
	name,
	...(wireKey === undefined ? {} : { wireKey }),
	type: 'assignmentCollection',
	default: {},
	maxBytes,
});

/** @returns the parameters of one property source under a display rule */
export function describePropertySource(source: PropertySource, show: Show): INodeProperties[] {
	const when = (rule: Show): IDisplayOptions => ({ show: { ...show, ...rule } });
	return [
		{
			...sourceChoice(source),
			type: 'options',
			default: source.typed?.choice.value ?? 'none',
			description: source.description,
			displayOptions: when({}),
		},
		source.typed
			? {
					...source.typed.property,
					name: source.name,
					displayOptions: when({
						[sourceName(source)]: [source.typed.choice.value],
						...source.typed.needs,
					}),
				}
			: {
					displayName: `${source.displayName} Pairs`,
					name: source.name,
					type: 'assignmentCollection',
					default: {},
					displayOptions: when({ [sourceName(source)]: ['pairs'] }),
				},
		{
			displayName: `${source.displayName} JSON`,
			name: jsonTwin(source.name),
			type: 'json',
			default: '{}',
			placeholder: 'e.g. { "order_id": 42 }',
			displayOptions: when({ [sourceName(source)]: ['json'] }),
		},
		{
			displayName: inputFieldsLabel(source),
			name: inputFieldsName(source),
			type: 'string',
			default: '',
			placeholder: 'e.g. first_name, customer.city',
			description: 'Names or paths of the fields, with commas between them',
			requiresDataPath: 'multiple',
			displayOptions: when({ [sourceName(source)]: ['inputFieldsExcept', 'selectedInputFields'] }),
		},
	];
}

/**
 * @returns the object for the item at hand, undefined where the form sends none
 * @throws InvalidInput where pairs or JSON cannot be read, or no input field is named
 */
export function readPropertySource(
	source: PropertySource,
	parameters: ItemParameters,
): IDataObject | undefined {
	const { read, inputFields } = parameters;
	switch (choice(parameters, sourceChoice(source))) {
		case 'pairs':
			return toPairs(
				read(source.name),
				`${source.displayName} Pairs`,
				source.leavesOutMissing ? 'leftOut' : 'asNull',
			);
		case 'json': {
			const json = read(jsonTwin(source.name));
			return isAbsent(json) ? {} : withoutTwice(source, json);
		}
		case 'inputFields':
			return withoutGiven(source, inputFields() as IDataObject);
		case 'inputFieldsExcept':
			return namedInputFields(source, parameters, false);
		case 'selectedInputFields':
			return namedInputFields(source, parameters, true);
		default:
			return undefined; // none
	}
}

function namedInputFields(
	source: PropertySource,
	parameters: ItemParameters,
	keepNamed: boolean,
): IDataObject {
	const label = inputFieldsLabel(source);
	const written = parameters.read(inputFieldsName(source));
	const names = Array.isArray(written)
		? toTextList(written, label)
		: splitNames(toNames(written, label));
	if (names.length === 0) {
		throw new InvalidInput(label, 'is empty', 'Name at least one input field, or use all of them');
	}
	return withoutGiven(source, pickInputFields(names, keepNamed, parameters, label));
}

const toNames = (written: unknown, label: string): string =>
	isAbsent(written) ? '' : toText(written, label);

/** @throws InvalidInput where the JSON holds a key that another field of the form gives */
function withoutTwice(source: PropertySource, json: unknown): IDataObject {
	const label = `${source.displayName} JSON`;
	const object = toJsonObject(json, label);
	const twice = source.givenElsewhere?.find((key) => Object.hasOwn(object, key));
	if (twice === undefined) return object;
	throw new InvalidInput(
		label,
		`holds ${quote(twice)}, which another field of the form gives`,
		`Remove it there, or choose Use All Input Fields, which leaves it out`,
	);
}

function withoutGiven({ givenElsewhere = [] }: PropertySource, all: IDataObject): IDataObject {
	if (givenElsewhere.length === 0) return all;
	return Object.fromEntries(Object.entries(all).filter(([name]) => !givenElsewhere.includes(name)));
}

/** The choices of a source that send something. */
export const SENDING_SOURCES = [
	'inputFields',
	'inputFieldsExcept',
	'json',
	'pairs',
	'selectedInputFields',
];
