import type { IDataObject } from 'n8n-workflow';

import { isAbsent, isMissing, isObject, setKeyOnce, toJsonObject, valueAt } from './convert';
import { toChoice } from './choice';
import { additionalJson, collectionName, flatName } from './describe';
import { collectionLabel, fieldLabel, isFlat, jsonTwin, screenLabel, wirePath } from './field';
import type { BrazeField, BrazeObject } from './field';
import { withIdentifiers } from './identifier';
import { InvalidInput } from './invalidInput';
import { shownIn } from './shown';
import type { WriteContext } from './writeContext';
import { put, writeField, writeGiven, writePairs } from './writeField';

/** Gives the value of one parameter for the item at hand; undefined where the form does not show it. */
export type ReadParameter = (name: string) => unknown;

/**
 * The wire object that the form describes.
 *
 * @throws InvalidInput where a value cannot become what Braze takes, or a field that the choices of the form ask for is empty
 */
export function writeObject(
	object: BrazeObject,
	read: ReadParameter,
	context: WriteContext,
): IDataObject {
	const readOnce = once(read);
	const wire: IDataObject = {};
	putFlat(wire, object, readOnce, context);
	putOptional(wire, object, readOnce, context);
	checkRequired(wire, object, readOnce);
	return wire;
}

/** @returns the part of a wire object that its required and other flat fields describe */
export function writeFlat(
	object: BrazeObject,
	read: ReadParameter,
	context: WriteContext,
): IDataObject {
	const wire: IDataObject = {};
	putFlat(wire, object, once(read), context);
	return wire;
}

/** @returns the flat fields that the form shows, that narrow who gets something, and that came to nothing */
export function emptyNarrowings(
	object: BrazeObject,
	read: ReadParameter,
	wire: IDataObject,
): BrazeField[] {
	const isShown = shownInForm(object, read);
	return object.fields.filter(
		(field) => field.narrows && isAbsent(valueAt(wire, wirePath(field))) && isShown(field),
	);
}

/** @returns the part of a wire object that its collection of optional fields describes */
export function writeOptional(
	object: BrazeObject,
	read: ReadParameter,
	context: WriteContext,
): IDataObject {
	const wire: IDataObject = {};
	putOptional(wire, object, once(read), context);
	return wire;
}

function putFlat(
	wire: IDataObject,
	object: BrazeObject,
	read: ReadParameter,
	context: WriteContext,
): void {
	const isShown = shownInForm(object, read);
	for (const field of object.fields.filter(isFlat)) {
		const value = read(flatName(object, field.name));
		if (!isShown(field)) continue;
		const label = screenLabel(object, fieldLabel(field));
		// a list always has a choice, and what an expression gives instead is none
		const written =
			field.type === 'options'
				? toChoice(value, field, label)
				: writeField(field, value, label, context);
		put(wire, field, written, label);
	}
}

const shownInForm = (object: BrazeObject, read: ReadParameter): ((field: BrazeField) => boolean) =>
	shownIn(
		object.fields,
		(name) => read(flatName(object, name)),
		read,
		(field) => screenLabel(object, fieldLabel(field)),
	);

function putOptional(
	wire: IDataObject,
	object: BrazeObject,
	read: ReadParameter,
	context: WriteContext,
): void {
	const collection = readCollection(object, read);
	if (Object.keys(collection).length === 0) return;
	const isShown = shownInForm(object, read);
	for (const field of object.fields.filter((each) => !isFlat(each))) {
		const isGiven = Object.hasOwn(collection, field.name);
		if (!(isGiven || Object.hasOwn(collection, jsonTwin(field.name))) || !isShown(field)) continue;
		const label = screenLabel(object, fieldLabel(field));
		const written =
			field.type === 'assignmentCollection'
				? writePairs(field, collection, label)
				: writeGiven(field, collection[field.name], label, context);
		put(wire, field, written, label);
	}
	const label = screenLabel(object, additionalJson.displayName);
	const more = collection[additionalJson.name];
	if (isAbsent(more)) return;
	const further = withIdentifiers(object.fields, toJsonObject(more, label), label);
	for (const key of Object.keys(further)) setKeyOnce(wire, key, further[key], label);
}

/** A field that a choice of the form alone decides on cannot be missed by the check of the finished object. */
function checkRequired(wire: IDataObject, object: BrazeObject, read: ReadParameter): void {
	const isShown = shownInForm(object, read);
	const siblings = object.fields;
	for (const field of siblings.filter(({ required }) => required)) {
		const selectors = Object.keys(field.displayOptions?.show ?? {});
		if (!selectors.some((name) => siblings.some((each) => each.name === name))) continue;
		if (!isShown(field) || !isMissing(valueAt(wire, wirePath(field)))) continue;
		throw new InvalidInput(
			screenLabel(object, fieldLabel(field)),
			'is empty',
			'Braze requires it: enter a value, or check what its expression gives for this item',
		);
	}
}

/** An expression costs the more the more often it is evaluated. */
function once(read: ReadParameter): ReadParameter {
	const values = new Map<string, unknown>();
	return (name) => {
		if (!values.has(name)) values.set(name, read(name));
		return values.get(name);
	};
}

function readCollection(object: BrazeObject, read: ReadParameter): IDataObject {
	const value = read(collectionName(object));
	if (isAbsent(value)) return {};
	if (isObject(value)) return value;
	throw new InvalidInput(
		collectionLabel(object),
		'is no set of fields',
		'Add the fields one by one, or use Additional JSON',
	);
}
