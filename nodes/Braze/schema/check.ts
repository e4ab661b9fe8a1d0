import type { IDataObject } from 'n8n-workflow';

import { checkSameType, checkValue, isList, takesAnyText } from './checkValue';
import { isAbsent, isBlank, isMissing, isObject, valueAt } from './convert';
import { fieldLabel, groupOf, screenLabel, wirePath } from './field';
import type { BrazeField, BrazeObject } from './field';
import { InvalidInput, within } from './invalidInput';
import { remembered } from './remembered';
import { gatherRows } from './spread';

/**
 * Holds a finished wire object against what its declaration says Braze takes.
 *
 * @param label what failures call the object; absent where its fields stand on the screen, under their labels there
 * @throws InvalidInput for the first thing that Braze would refuse
 */
export function checkObject(object: BrazeObject, wire: IDataObject, label?: string): void {
	const named = (inner: string): string =>
		label === undefined ? screenLabel(object, inner) : within(label, inner);
	checkFields(object.fields, wire, named);
	object.check?.(wire, (field, wrong, fix) => {
		throw new InvalidInput(named(field), wrong, fix);
	});
}

/** Where the fields of an object stand in what goes out, without those of the form alone. */
const placesOf = remembered((fields: BrazeField[]) =>
	fields
		.map((field) => ({ field, path: wirePath(field) }))
		.filter(({ field, path }) => field.spreadBy !== undefined || path.length > 0),
);

function checkFields(
	fields: BrazeField[],
	wire: IDataObject,
	named: (label: string) => string,
): void {
	// the labels are put together only where something is there to be refused
	const labelOf = (field: BrazeField): string => named(fieldLabel(field));
	for (const { field, path } of placesOf(fields)) {
		if (field.spreadBy) checkSpread(field, wire, labelOf(field));
		if (path.length === 0) continue;
		const value = valueAt(wire, path);
		const lacks = field.required ? isLacking(field, value) : isAbsent(value);
		if (lacks && field.required && applies(field, fields, wire)) {
			throw new InvalidInput(
				labelOf(field),
				'is empty',
				'Braze requires it: enter a value, or check what its expression gives for this item',
			);
		}
		if (!lacks || isBlankOfWrongType(field, value)) checkField(field, value, labelOf(field));
	}
	for (const [key, written] of sentKeys(fields)) {
		const value = wire[key];
		if (value !== undefined && value !== null) checkSameType(written, value, named(key));
	}
}

/** An empty list is none. */
const isLacking = (field: BrazeField, value: unknown): boolean =>
	isMissing(value) || (isList(field) && Array.isArray(value) && value.length === 0);

/** An empty text says nothing where any text may stand; where something else belongs, JSON left a value out. */
const isBlankOfWrongType = (field: BrazeField, value: unknown): boolean =>
	isBlank(value) && !takesAnyText(field);

/** What selectors of the form write under keys that no field has, so that such a key may also stand in JSON. */
const sentKeys = remembered((fields: BrazeField[]) => {
	const declared = new Set(fields.map((field) => wirePath(field)[0]));
	return fields
		.flatMap(({ sends = {} }) => Object.values(sends).flatMap((sent) => Object.entries(sent)))
		.filter(([key]) => !declared.has(key));
});

const spreadParts = remembered((field: BrazeField) =>
	(groupOf(field)?.values ?? []).filter(({ name }) => name !== field.spreadBy),
);

function checkSpread(field: BrazeField, wire: IDataObject, label: string): void {
	for (const { name, row } of gatherRows(field, wire)) {
		checkFields(spreadParts(field), row, (inner) => within(within(label, name), inner));
	}
}

/**
 * Whether the display rule of a field holds for what was written. What a form-only selector decides
 * or a parameter outside the object (`/name`) decides is left to the rules of the object or the request,
 * since such a selector is not in this wire object.
 */
function applies(field: BrazeField, siblings: BrazeField[], wire: IDataObject): boolean {
	return Object.entries(field.displayOptions?.show ?? {}).every(([name, values]) => {
		const selector = siblings.find((sibling) => sibling.name === name);
		if (!selector || selector.wireKey === null) return false;
		return (values as unknown[]).includes(valueAt(wire, wirePath(selector)) ?? selector.default);
	});
}

/**
 * Holds a value against what the declaration of its field says Braze takes.
 *
 * @param label what failures call it
 * @throws InvalidInput for the first thing that Braze would refuse
 */
export function checkField(
	field: BrazeField,
	value: unknown,
	label: string = fieldLabel(field),
): void {
	checkValue(field, value, label);
	const group = groupOf(field);
	if (!group) return;
	const rows = Array.isArray(value) ? value : [value];
	rows.forEach((row, index) => {
		const rowLabel = Array.isArray(value) ? `${label} ${index + 1}` : label;
		if (!isObject(row))
			throw new InvalidInput(rowLabel, 'must be an object', 'Give its keys and values');
		checkFields(group.values, row, (inner) => within(rowLabel, inner));
	});
}
