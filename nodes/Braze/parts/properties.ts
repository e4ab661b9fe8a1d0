import type { IDataObject, IDisplayOptions, INodeProperties } from 'n8n-workflow';

import type { Part, Show } from '../pipeline/part';
import type { ItemParameters } from '../pipeline/read/parameters';
import { checkObject } from '../schema/check';
import { isAbsent, toJsonObject, toPairs, toTextList } from '../schema/convert';
import { jsonTwin } from '../schema/field';
import type { BrazeField, BrazeObject } from '../schema/field';
import { InvalidInput } from '../schema/invalidInput';

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
}

const sourceName = ({ name }: PropertySource): string => `${name}Source`;
const inputFieldsName = ({ name }: PropertySource): string => `${name}InputFields`;

/** @returns the part that takes an object of the person's own keys */
export function properties(source: PropertySource): Part {
	const { displayName, name, wireKey, maxBytes, reservedKeys } = source;
	const object: BrazeObject = {
		name: '',
		displayName: '',
		fields:
			wireKey === null ? [] : [{ ...ownKeys(displayName, name, wireKey, maxBytes), reservedKeys }],
	};
	return {
		describe: (show) => describePropertySource(source, show),
		write: (parameters) => {
			const own = readPropertySource(source, parameters);
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
			displayName: source.displayName,
			name: sourceName(source),
			type: 'options',
			default: 'none',
			description: source.description,
			options: [
				{ name: 'JSON', value: 'json' },
				{ name: 'Key-Value Pairs', value: 'pairs' },
				{ name: 'None', value: 'none' },
				{ name: 'Use All Input Fields', value: 'inputFields' },
				{ name: 'Use Input Fields Except', value: 'inputFieldsExcept' },
				{ name: 'Use Selected Input Fields', value: 'selectedInputFields' },
			],
			displayOptions: when({}),
		},
		{
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
			displayName: `${source.displayName} Input Fields`,
			name: inputFieldsName(source),
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. first_name, order_id',
			description: 'Names of the fields, with commas between them',
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
	{ read, inputFields }: ItemParameters,
): IDataObject | undefined {
	switch (read(sourceName(source))) {
		case 'pairs':
			return toPairs(
				read(source.name),
				source.displayName,
				source.leavesOutMissing ? 'leftOut' : 'asNull',
			);
		case 'json': {
			const json = read(jsonTwin(source.name));
			return isAbsent(json) ? {} : toJsonObject(json, source.displayName);
		}
		case 'inputFields':
			return inputFields() as IDataObject;
		case 'inputFieldsExcept':
			return pickInputFields(source, { read, inputFields }, false);
		case 'selectedInputFields':
			return pickInputFields(source, { read, inputFields }, true);
		default:
			return undefined;
	}
}

function pickInputFields(
	source: PropertySource,
	{ read, inputFields }: Pick<ItemParameters, 'read' | 'inputFields'>,
	keepNamed: boolean,
): IDataObject {
	const label = `${source.displayName} Input Fields`;
	const named = toTextList(read(inputFieldsName(source)) ?? '', label);
	if (named.length === 0) {
		throw new InvalidInput(label, 'is empty', 'Name at least one input field, or use all of them');
	}
	return Object.fromEntries(
		Object.entries(inputFields() as IDataObject).filter(
			([name]) => named.includes(name) === keepNamed,
		),
	);
}

/** The choices of a source that send something. */
export const SENDING_SOURCES = [
	'inputFields',
	'inputFieldsExcept',
	'json',
	'pairs',
	'selectedInputFields',
];
