import type { IDataObject } from 'n8n-workflow';

import { isObject, setKey, toTextList } from '../../schema/convert';
import { quote, InvalidInput } from '../../schema/invalidInput';
import { toInstant } from '../../schema/time';
import { identifierKeys, profileFieldOf, profileFields } from './profileFields';
import { isTime, nestedTime } from './typed';

/** How values become attributes where their own kind does not say so. */
export interface ValueSettings {
	timezone: string;
	/** What becomes of a text that is empty. */
	emptyTexts: 'leave' | 'remove' | 'send';
	/** Paths of keys inside objects that hold times, as `car.bought`. */
	nestedTimes: string[][];
}

/** @returns paths of keys, as a person lists them */
export const toPaths = (value: unknown, label: string): string[][] =>
	toTextList(value ?? '', label).map((path) => path.split('.'));

/**
 * @param values under the names of their attributes; undefined leaves an attribute alone, null removes it
 * @returns the values as Braze takes them
 */
export function toAttributes(values: IDataObject, settings: ValueSettings): IDataObject {
	const attributes: IDataObject = {};
	for (const key of Object.keys(values)) {
		const value = values[key];
		if (value === undefined) continue;
		if (value === '' && settings.emptyTexts !== 'send') {
			if (settings.emptyTexts === 'remove') setKey(attributes, key, null);
			continue;
		}
		if (typeof value !== 'object') setKey(attributes, key, value);
		else if (isTime(value)) setKey(attributes, key, toInstant(value, settings.timezone, key));
		else setKey(attributes, key, withTimes(value, [key], settings));
	}
	return attributes;
}

/** Of bytes, a set or a pattern a copy would keep nothing that tells what it was. */
const isPlain = (value: unknown): value is IDataObject =>
	isObject(value) && Object.prototype.toString.call(value) === '[object Object]';

/** Marks the times inside objects and lists of objects; the objects themselves stay as they were. */
function withTimes(value: unknown, path: string[], settings: ValueSettings): unknown {
	const isInside = path.length > 1;
	if (isInside && isTime(value)) return nestedTime(value, settings.timezone, path.join('.'));
	if (Array.isArray(value)) {
		return value.some((one) => typeof one === 'object')
			? value.map((one) => withTimes(one, path, settings))
			: value;
	}
	if (isPlain(value)) {
		return Object.fromEntries(
			Object.entries(value).map(([key, each]) => [key, withTimes(each, [...path, key], settings)]),
		);
	}
	const isNamed = settings.nestedTimes.some(
		(each) => each.length === path.length && each.every((key, index) => key === path[index]),
	);
	return isInside && isNamed && value !== null && value !== ''
		? nestedTime(value, settings.timezone, path.join('.'))
		: value;
}

const canonical = new Map(profileFields.map(({ key }) => [key.toLowerCase(), key]));

/** Input fields that name the user in most workflows; as an attribute they would only repeat that. */
const namesUser = new Set([...identifierKeys, 'external_user_id']);

/**
 * @param fields of the input item
 * @param isChosen whether a person named each of them
 * @returns the fields under the names of attributes: profile fields whatever their case, custom attributes as they are
 * @throws InvalidInput where two fields would be the same profile field
 */
export function fromInputFields(fields: IDataObject, isChosen: boolean): IDataObject {
	const attributes: IDataObject = {};
	const sources = new Map<string, string>();
	for (const [name, value] of Object.entries(fields)) {
		// Braze takes the spaces around a name away, which the head of a column may have
		const plain = name.trim();
		if (!isChosen && namesUser.has(plain)) continue;
		const key = canonical.get(plain.toLowerCase()) ?? plain;
		const other = sources.get(key);
		if (other !== undefined) {
			throw new InvalidInput(
				'User Attributes',
				`would get ${key} from two input fields, ${quote(other)} and ${quote(name)}`,
				'Leave one of them out with Use Input Fields Except',
			);
		}
		sources.set(key, name);
		setKey(attributes, key, textOfField(key, value));
	}
	return attributes;
}

/** Braze takes no number for an email address or a phone number, which sheets often give. */
const textOfField = (key: string, value: unknown): unknown =>
	profileFieldOf(key)?.type === 'text' && typeof value === 'number' ? String(value) : value;
