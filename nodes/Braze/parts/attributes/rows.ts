import type { GenericValue, IDataObject } from 'n8n-workflow';

import { toChoice } from '../../schema/choice';
import { isAbsent, isObject, setKey, toJsonObject, toText } from '../../schema/convert';
import { groupRows } from '../../schema/describe';
import { jsonTwin } from '../../schema/field';
import { toIdentifier } from '../../schema/identifier';
import { InvalidInput, quote, within } from '../../schema/invalidInput';
import { locatorValue } from '../../schema/locator';
import { toPairs } from '../../schema/pairs';
import { remembered } from '../../schema/remembered';
import { isOperation } from './operations';
import { profileFieldOf, typeOf } from './profileFields';
import type { AttributeType } from './profileFields';
import { isPlainNumber, nestedTime, toChosenType, toIncrement, toKnownType } from './typed';
import { AS_GIVEN, attributeRows, change, nestedKey, object, type as typeField } from './rowFields';

/** What the rows of an item say. */
export interface WrittenRows {
	attributes: IDataObject;
	/** A nested key was set, so that objects must be merged. */
	mergesObjects: boolean;
	/** An object of a list is looked for by a text that reads as a number. */
	textForNumber?: string;
	/** A list of which one entry looks like several. */
	oneForSeveral?: string;
}

/** Entries as CRMs put them together, in a text that has no other sign between them. */
const apartBySemicolons = /^[^,\n"[]*;[^,\n"[]*$/;

/**
 * @param given the rows as the form holds them, or a list of them from an expression
 * @throws InvalidInput for a row that cannot become what Braze takes, or two that contradict each other
 */
export function writeRows(given: unknown, timezone: string): WrittenRows {
	const rows = Array.isArray(given)
		? (given as unknown[])
		: isObject(given)
			? groupRows(attributeRows, given)
			: [];
	const written: WrittenRows = { attributes: {}, mergesObjects: false };
	rows.forEach((row, index) => {
		const label = `Attribute ${index + 1}`;
		if (!isObject(row)) {
			throw new InvalidInput(label, 'must be an object', 'Give its keys and values');
		}
		writeRow(row, label, timezone, written);
	});
	return written;
}

const listChanges = new Set(['addToList', 'removeFromList']);

function writeRow(row: IDataObject, label: string, timezone: string, written: WrittenRows): void {
	const { name, known } = nameIn(row, label);
	const chosen = toChoice(
		row.change === undefined ? 'set' : row.change,
		change,
		within(label, change.displayName),
	);
	checkText(row.value, within(label, 'Value'));
	const put = (value: unknown): void => {
		const { attributes } = written;
		const isNew = !Object.hasOwn(attributes, name);
		const all = isNew ? value : joinedRows(attributes[name], value, within(label, name));
		setKey(attributes, name, all);
	};
	const typed = (given: unknown, part: string): unknown =>
		typedAs(typeIn(row, label), known, given, within(label, part), timezone);

	const isList =
		chosen === 'set' ? (typeIn(row, label) ?? known) === 'list' : listChanges.has(chosen);
	if (isList && typeof row.value === 'string' && apartBySemicolons.test(row.value)) {
		written.oneForSeveral = name;
	}

	switch (chosen) {
		case 'set': {
			if (row.value === undefined) return;
			if (isAbsent(row.nestedKey)) return put(typed(row.value, 'Value'));
			written.mergesObjects = true;
			return put(nested(row, typed(row.value, 'Value'), label, timezone));
		}
		case 'increment':
			return row.value === undefined
				? undefined
				: put(toIncrement(row.value, within(label, 'Value')));
		case 'addToList':
			return row.value === undefined ? undefined : put({ add: listIn(row, label, timezone) });
		case 'removeFromList':
			return row.value === undefined ? undefined : put({ remove: listIn(row, label, timezone) });
		case 'remove':
			return put(null);
		case 'addObject':
			return put({ $add: [objectIn(row, label)] });
		case 'updateObject':
			return put({
				$update: [{ ...identified(row, typed, label, written), $new_object: objectIn(row, label) }],
			});
		case 'removeObject':
			return put({ $remove: [identified(row, typed, label, written)] });
	}
}

/** @throws InvalidInput for a text into which an expression put a whole object */
function checkText(value: unknown, label: string): void {
	if (typeof value === 'string') toText(value, label);
}

/** @returns the type that the row says, undefined where it leaves that to the attribute */
const typeIn = ({ type }: IDataObject, label: string): AttributeType | undefined =>
	isAbsent(type) || type === AS_GIVEN
		? undefined
		: (toChoice(type, typeField, within(label, typeField.displayName)) as AttributeType);

/** The value as the type that the row says, else as the one that is known of the attribute. */
function typedAs(
	chosen: AttributeType | undefined,
	known: AttributeType | undefined,
	given: unknown,
	label: string,
	timezone: string,
): unknown {
	if (chosen) return toChosenType(given, chosen, timezone, label);
	return known ? toKnownType(given, known, timezone, label) : given;
}

function listIn({ value }: IDataObject, label: string, timezone: string): unknown {
	if (value !== null) return toChosenType(value, 'list', timezone, within(label, 'Value'));
	throw new InvalidInput(
		within(label, 'Value'),
		'is null',
		'Give what goes into the list or out of it, or choose Remove Attribute',
	);
}

/** The name of an attribute, and the type that its label in the list gave it. */
interface NamedAttribute {
	name: string;
	known?: AttributeType;
}

/** A choice from the list that holds no expression is the same object for every item. */
const picked = remembered(
	({ value, cachedResultName }: IDataObject, label: string): NamedAttribute =>
		namedBy(value, cachedResultName, label),
);

const nameIn = ({ attribute }: IDataObject, label: string): NamedAttribute =>
	isObject(attribute) && attribute.__rl === true
		? picked(attribute, label)
		: namedBy(locatorValue(attribute), undefined, label);

function namedBy(given: unknown, shown: unknown, label: string): NamedAttribute {
	const name = toIdentifier(given, within(label, 'Attribute'));
	if (name === undefined) {
		throw new InvalidInput(
			within(label, 'Attribute'),
			'is empty',
			'Pick the attribute or give its name, or remove the row',
		);
	}
	const words =
		typeof shown === 'string' ? /\(([^()]*(?:\([^()]*\))?[^()]*)\)$/.exec(shown)?.[1] : '';
	return { name, known: profileFieldOf(name)?.type ?? typeOf(words ?? '') };
}

function nested(row: IDataObject, value: unknown, label: string, timezone: string): IDataObject {
	const path = toText(row.nestedKey, within(label, nestedKey.displayName)).split('.');
	if (path.includes('')) {
		throw new InvalidInput(
			within(label, nestedKey.displayName),
			`has an empty part: ${quote(row.nestedKey)}`,
			'Write one dot between two keys',
		);
	}
	const innermost =
		row.type === 'time' ? nestedTime(value, timezone, within(label, 'Value')) : value;
	return path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), innermost) as IDataObject;
}

function identified(
	row: IDataObject,
	typed: (given: unknown, part: string) => unknown,
	label: string,
	written: WrittenRows,
): IDataObject {
	if (isAbsent(row.identifierKey) || isAbsent(row.identifierValue)) {
		throw new InvalidInput(
			within(label, isAbsent(row.identifierKey) ? 'Identifier Key' : 'Identifier Value'),
			'is empty',
			'Say which object of the list is meant',
		);
	}
	checkText(row.identifierValue, within(label, 'Identifier Value'));
	const isTyped = typeIn(row, label) !== undefined;
	if (!isTyped && isPlainNumber(row.identifierValue)) written.textForNumber = row.identifierValue;
	return {
		// Braze takes no blanks in such a key
		$identifier_key: toText(row.identifierKey, within(label, 'Identifier Key')).trim(),
		$identifier_value: (isTyped
			? typed(row.identifierValue, 'Identifier Value')
			: row.identifierValue) as GenericValue,
	};
}

function objectIn(row: IDataObject, label: string): IDataObject {
	const name = within(label, object.displayName);
	const json = row[jsonTwin(object.name)];
	const all = {
		...toPairs(row[object.name], name),
		...(isAbsent(json) ? {} : toJsonObject(json, name)),
	};
	if (Object.keys(all).length > 0) return all;
	throw new InvalidInput(name, 'is empty', 'Give the object at least one key');
}

/** Two rows about the same attribute: lists of changes go together, and so do keys inside an object. */
function joinedRows(earlier: unknown, later: unknown, label: string): unknown {
	const areObjects = isObject(earlier) && isObject(later) && !('inc' in earlier || 'inc' in later);
	if (areObjects && isOperation(earlier) === isOperation(later)) {
		const joined: IDataObject = { ...earlier };
		for (const [key, value] of Object.entries(later)) {
			const before = joined[key];
			joined[key] = (
				before === undefined
					? value
					: Array.isArray(before) && Array.isArray(value)
						? [...(before as unknown[]), ...(value as unknown[])]
						: joinedRows(before, value, label)
			) as GenericValue;
		}
		return joined;
	}
	throw new InvalidInput(label, 'stands in two rows', 'Keep one of the two');
}
