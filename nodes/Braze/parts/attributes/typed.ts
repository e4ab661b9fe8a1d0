import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { booleanOf, isObject, parseJson, splitList, toNumber, toText } from '../../schema/convert';
import { InvalidInput, quote } from '../../schema/invalidInput';
import { toInstant } from '../../schema/time';
import type { AttributeType } from './profileFields';

const dateOnly = /^\d{4}-\d{2}-\d{2}$/;

/** A number that a text says without a loss: no leading zeros, no digits that JavaScript would round. */
const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** @returns whether a value is a text that says a number */
export const isPlainNumber = (value: unknown): value is string =>
	typeof value === 'string' && plainNumber.test(value.trim());

/** @returns whether a value is a time of its own kind, and no text or number */
export const isTime = (value: unknown): value is Date | DateTime =>
	value instanceof Date || DateTime.isDateTime(value);

/**
 * @param value anything but null and undefined
 * @returns the value as a type; undefined where it cannot become one without a loss
 */
function converted(value: unknown, type: AttributeType, timezone: string, label: string): unknown {
	switch (type) {
		case 'boolean':
			return booleanOf(value);
		case 'number':
			return toPlainNumber(value);
		case 'text':
			return typeof value === 'object' ? undefined : toText(value, label);
		case 'time':
			if (typeof value === 'string' && dateOnly.test(value.trim())) return value.trim();
			return toInstant(value, timezone, label);
		case 'list':
			return Array.isArray(value) ? value : splitList(value, label).filter((one) => one !== '');
		default:
			return toObjects(value, type, label);
	}
}

function toPlainNumber(value: unknown): number | undefined {
	if (typeof value === 'string' && !plainNumber.test(value.trim())) return undefined;
	const number = Number(value);
	const isNumber = typeof value === 'string' || typeof value === 'number';
	if (!isNumber || !Number.isFinite(number)) return undefined;
	return Number.isInteger(number) && !Number.isSafeInteger(number) ? undefined : number;
}

function toObjects(value: unknown, type: AttributeType, label: string): unknown {
	const given = parseJson(value, label);
	if (type === 'object') return isObject(given) ? given : undefined;
	const objects = isObject(given) ? [given] : given;
	return Array.isArray(objects) && objects.every(isObject) ? objects : undefined;
}

const typeWords: Record<AttributeType, string> = {
	boolean: 'true or false',
	list: 'a list',
	number: 'a number',
	object: 'an object',
	objects: 'a list of objects',
	text: 'text',
	time: 'a time',
};

/**
 * @returns the value as the type that a person chose; null stays null, which removes the attribute
 * @throws InvalidInput where it cannot become one without a loss
 */
export function toChosenType(
	value: unknown,
	type: AttributeType,
	timezone: string,
	label: string,
): unknown {
	if (value === null) return null;
	const result =
		value === '' && type !== 'text' ? undefined : converted(value, type, timezone, label);
	if (result !== undefined) return result;
	throw new InvalidInput(
		label,
		`must be ${typeWords[type]} but is ${quote(value)}`,
		'Correct the value, or choose another type',
	);
}

/** @returns the value as the type that the workspace has for the attribute; as it is where that would lose something */
export function toKnownType(
	value: unknown,
	type: AttributeType,
	timezone: string,
	label: string,
): unknown {
	if (value === null || value === '') return value;
	try {
		return converted(value, type, timezone, label) ?? value;
	} catch {
		// a value that cannot be read as this type goes as it is, and Braze decides
		return value;
	}
}

/** @returns the whole number of an increment */
export const toIncrement = (value: unknown, label: string): IDataObject => ({
	inc: toNumber(value, label, true),
});

/** @returns a time inside an object, which Braze takes for a time only in this form */
export function nestedTime(value: unknown, timezone: string, label: string): IDataObject {
	return { $time: toChosenType(value, 'time', timezone, label) as string };
}
