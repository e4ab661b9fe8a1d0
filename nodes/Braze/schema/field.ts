import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { CredentialDefault } from '../../../credentials/instances';
import { remembered } from './remembered';

/** What a form value becomes on the wire where its n8n type alone does not say so. */
export type WireForm =
	/** whole number */
	| 'integer'
	/** whole number where the text is one, text otherwise */
	| 'integerOrText'
	/** number that a text field holds, so that an empty one is told from 0 */
	| 'number'
	/** list of values, sent as an object with the positions "0", "1", ... as keys */
	| 'positions'
	/** text as typed; an object from an expression stays an object */
	| 'textOrObject'
	/** #RRGGBB from the colour picker, sent as one RGB integer */
	| 'rgbInteger'
	/** date, sent as the clock time it shows, without a zone designator */
	| 'wallClock'
	/** date, sent as ISO 8601 in UTC with the milliseconds that it has */
	| 'exactInstant'
	/** date, sent as whole seconds since 1970 in UTC */
	| 'epochSeconds';

/**
 * One field of a Braze object: an ordinary n8n property, plus what Braze wants of it.
 * The form, the body on the wire and the check are all made from this one literal.
 */
export interface BrazeField extends Omit<INodeProperties, 'options'> {
	options?: Array<INodePropertyOptions | BrazeFieldGroup>;
	/**
	 * Key on the wire, where it is not the snake case of `name`. A dot nests (`message.body`); a key that holds a dot itself is
	 * given as the only element of a list.
	 * `null` marks a selector that only shapes the form.
	 */
	wireKey?: string | readonly string[] | null;
	wire?: WireForm;
	/** What a form-only selector puts on the wire for one of its options. */
	sends?: Record<string, IDataObject>;
	/**
	 * The part whose choice tells the rows apart: they are no list on the wire, each of their keys stands in the object
	 * around them, behind the row's choice and an underscore (`ios_uri`).
	 */
	spreadBy?: string;
	/** Takes Braze's Liquid. */
	liquid?: true;
	/** Names something or somebody by an ID: trimmed, and refused where it is none (`toIdentifier`). */
	identifier?: true;
	/** What of the credential is sent where the field is left empty; an expression that gives nothing is refused as ever. */
	fromCredential?: CredentialDefault;
	/** Narrows who gets something: where it is given, it may not come to nothing. */
	narrows?: true;
	/** Options that the same list has for other operations, so that a stale one is refused by its name. */
	elsewhere?: INodePropertyOptions[];
	/** Stands at full width beside the required fields instead of behind *Add Field*. */
	flat?: true;
	/** Retired by Braze: stands last, its label ends in "(Legacy)". */
	legacy?: true;
	/** Largest number of characters. */
	maxLength?: number;
	/** Largest number of bytes in UTF-8. */
	maxBytes?: number;
	/** Smallest and largest number of entries. */
	minItems?: number;
	maxItems?: number;
	/** Keys that Braze keeps for itself. */
	reservedKeys?: readonly string[];
	/** The form a text must have, and that form in words. */
	pattern?: RegExp;
	patternHint?: string;
	/** Further JSON types that Braze accepts under this key besides the form's own. */
	alsoAccepts?: ReadonlyArray<'boolean' | 'list' | 'number' | 'object' | 'string'>;
}

/** The rows or the parts of a fixedCollection. */
export interface BrazeFieldGroup {
	displayName: string;
	name: string;
	values: BrazeField[];
}

/** Told of what Braze would refuse in a finished object: the field's label, what is wrong with it, how to fix it. */
export type Report = (field: string, wrong: string, fix: string) => void;

/** One object that Braze documents: its fields and the rules between them. */
export interface BrazeObject {
	/** First part of the name of each of its parameters. */
	name: string;
	displayName: string;
	/** What the labels of its fields begin with, where the whole name makes them too long for the screen. */
	shortName?: string;
	fields: BrazeField[];
	/** Rules that concern more than one field, checked on the finished wire object. */
	check?: (object: IDataObject, report: Report) => void;
}

/** A message object: one channel under `messages`. */
export interface MessageObject extends BrazeObject {
	wireKey: string;
	/** Key under `messages` of the schedule endpoints, where it differs; `null` where they do not take it. */
	scheduleWireKey?: string | null;
	/** One sentence for the *Channels* list. */
	description: string;
	/** The channel's name in Braze's campaign details, for the variations that fit it. */
	variationChannels: readonly string[];
	legacy?: true;
}

/**
 * @param name a parameter name in camel case
 * @returns the same in snake case, as Braze writes its keys
 */
export const snakeCase = (name: string): string =>
	name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The path of a field's value in its wire object; empty for a form-only selector and for rows that are spread. */
export const wirePath = remembered((field: BrazeField): string[] => {
	const isFormOnly = field.wireKey === null || field.spreadBy !== undefined;
	if (isFormOnly) return [];
	const key = field.wireKey ?? snakeCase(field.name);
	return typeof key === 'string' ? key.split('.') : [...key];
});

/** Name of the twin parameter that takes key-value pairs as JSON. */
export const jsonTwin = (name: string): string => `${name}Json`;

export const isFlat = (field: BrazeField): boolean =>
	field.required === true || field.flat === true;

export const fieldLabel = (field: BrazeField): string =>
	field.legacy ? `${field.displayName} (Legacy)` : field.displayName;

/** @returns the label of an object's flat field; words that end the one and begin the other stand once */
export function flatLabel(
	{ name, displayName, shortName }: BrazeObject,
	field: BrazeField,
): string {
	const label = fieldLabel(field);
	if (name === '') return label;
	const outer = (shortName ?? displayName).split(' ');
	const inner = label.split(' ');
	return [...(outer.at(-1) === inner[0] ? outer.slice(0, -1) : outer), ...inner].join(' ');
}

/** @returns the label of the collection that holds an object's optional fields */
export const collectionLabel = ({ name, displayName, shortName }: BrazeObject): string =>
	name === '' ? 'Additional Fields' : `${shortName ?? displayName} Fields`;

/**
 * @param inner label of a field of the object, alone or with what is inside of it behind it
 * @returns the label as it stands on the screen
 */
export function screenLabel(object: BrazeObject, inner: string): string {
	if (object.name === '') return inner;
	const [label, ...rest] = inner.split(' > ');
	// the first entry of a list is "Buttons 1"
	const named = label.replace(/ \d+$/, '');
	const field = object.fields.find((each) => [label, named].includes(fieldLabel(each)));
	const isInside = !field || !isFlat(field);
	const outer = isInside
		? `${collectionLabel(object)} > ${label}`
		: flatLabel(object, field) + label.slice(fieldLabel(field).length);
	return [outer, ...rest].join(' > ');
}

/** Whether a field, or a part of it, takes Liquid. */
export const takesLiquid = (field: BrazeField): boolean =>
	field.liquid === true || (groupOf(field)?.values ?? []).some(takesLiquid);

/** The fields of a fixedCollection's only group. */
export function groupOf(field: BrazeField): BrazeFieldGroup | undefined {
	const group = field.options?.[0];
	return group && 'values' in group ? group : undefined;
}
