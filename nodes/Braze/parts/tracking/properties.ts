import type { IDataObject } from 'n8n-workflow';

import type { ItemParameters } from '../../pipeline/read/parameters';
import { isObject } from '../../schema/convert';
import { InvalidInput, quote } from '../../schema/invalidInput';
import { isLonger, jsonBytes } from '../../schema/size';
import { userKeys } from './userKeys';

/** Longest name of an attribute, an event, a property and a product (Braze docs). */
export const MAX_NAME_CHARACTERS = 255;

/** Largest properties of an event and of a purchase in bytes of JSON (Braze docs). */
export const MAX_EVENT_PROPERTIES_BYTES = 102_400;
export const MAX_PURCHASE_PROPERTIES_BYTES = 51_200;

/** Names that Braze keeps for itself among the properties of an event and of a purchase (Braze docs). */
export const RESERVED_EVENT_PROPERTIES = ['time', 'event_name'];
export const RESERVED_PURCHASE_PROPERTIES = [
	'time',
	'product_id',
	'quantity',
	'event_name',
	'price',
	'currency',
];

/** Lists of /users/track, in the order in which Braze goes through them. */
export const trackLists = ['attributes', 'events', 'purchases'] as const;

/** Keys that name a user in an object of such a list. */
const namingKeys = Object.values(userKeys);

/** @throws InvalidInput for a list of users as the documents show it around the object that was meant */
export function refuseWholeBody(name: string, value: unknown, label: string): void {
	if (!trackLists.some((list) => list === name) || !Array.isArray(value)) return;
	const holdsUser = (value as unknown[]).some(
		(one) => isObject(one) && namingKeys.some((key) => key in one),
	);
	if (!holdsUser) return;
	throw new InvalidInput(
		label,
		`hold a whole request: ${quote(name)} is a list of users`,
		'Give the names and values of one user alone, without the list and without what names the user; each item is one user',
	);
}

/** @throws InvalidInput for a whole event as the documents show it, whose own properties were meant */
export function refuseWholeEvent({ properties }: IDataObject, label: string): void {
	if (!isObject(properties) || !isObject(properties.properties)) return;
	const beside = Object.keys(properties).filter((key) => key !== 'properties');
	const isWhole = ['name', 'product_id'].some((key) => beside.includes(key));
	const isOfUser = ['time', ...namingKeys].some((key) => beside.includes(key));
	if (!isWhole || (beside.length > 1 && !isOfUser)) return;
	throw new InvalidInput(
		label,
		`hold a whole event: its own "properties" stand beside ${beside.map((key) => quote(key)).join(', ')}`,
		'Give what stands under "properties" alone; name, time and user have fields of their own',
	);
}

/** @throws InvalidInput for the name of a property that Braze would refuse the whole event for */
export function checkPropertyNames({ properties }: IDataObject, label: string): void {
	for (const [name, value] of isObject(properties) ? Object.entries(properties) : []) {
		refuseWholeBody(name, value, label);
		if (name === '') {
			throw new InvalidInput(label, 'have a property without a name', 'Name it or remove it');
		}
		if (name.startsWith('$')) {
			throw new InvalidInput(
				label,
				`have the name ${quote(name)}, and Braze takes none that begins with $`,
				'Rename the property',
			);
		}
		if (isLonger(name, MAX_NAME_CHARACTERS)) {
			throw new InvalidInput(
				label,
				`have a name of ${[...name].length} characters (${quote(name)}) and Braze takes at most ${MAX_NAME_CHARACTERS}`,
				'Shorten the name',
			);
		}
	}
}

/** Longest text of a property in characters (Braze docs, which do not say what becomes of a longer one). */
const MAX_TEXT_CHARACTERS = 255;

/** Tells of texts among the properties that are longer than Braze's documents allow. */
export function tellLongTexts(
	{ properties }: IDataObject,
	{ hint }: Pick<ItemParameters, 'hint'>,
): void {
	if (!isObject(properties)) return;
	for (const key of Object.keys(properties)) {
		const value = properties[key];
		if (typeof value !== 'string' || !isLonger(value, MAX_TEXT_CHARACTERS)) continue;
		hint(
			`The property ${quote(key)} has a text of more than ${MAX_TEXT_CHARACTERS} characters, which is as many as Braze's documents allow. Look in Braze at what it kept`,
		);
	}
}

/** @throws InvalidInput where the properties of an event are larger than Braze takes */
export function checkPropertiesBytes({ properties }: IDataObject): void {
	const bytes = jsonBytes(properties);
	if (bytes <= MAX_EVENT_PROPERTIES_BYTES) return;
	throw new InvalidInput(
		'Properties',
		`have ${bytes} bytes and Braze takes at most ${MAX_EVENT_PROPERTIES_BYTES}`,
		'Send fewer products, or shorter texts',
	);
}
