import type { IDataObject, INodeProperties, ResourceMapperField } from 'n8n-workflow';

import type { TypedFields } from '../../parts/properties';
import type { ItemParameters } from '../../pipeline/read/parameters';
import {
	isObject,
	parseJson,
	toBoolean,
	toJsonObject,
	toNumber,
	toText,
	toTextList,
} from '../../schema/convert';
import { InvalidInput, within } from '../../schema/invalidInput';
import { toMoment } from '../../schema/time';
import type { WriteContext } from '../../schema/writeContext';
import { catalogName } from '../catalog/fields';
import { isListChange } from './listChange';

const PARAMETER = 'itemFields';
const LABEL = 'Item Fields';

/** n8n keeps a label and one of its own types for a field, so the label tells a point from a list. */
const POINT = ' [Longitude, Latitude]';

const typeInForm: Record<string, ResourceMapperField['type']> = {
	array: 'array',
	boolean: 'boolean',
	geo: 'array',
	number: 'number',
	object: 'object',
	string: 'string',
	time: 'dateTime',
};

/** @returns a catalog's fields but its ID, as n8n's form takes them */
export const fieldsInForm = (fields: IDataObject[]): ResourceMapperField[] =>
	fields
		.filter(({ name }) => name !== 'id')
		.map(({ name, type }) => ({
			id: String(name),
			displayName: type === 'geo' ? `${name}${POINT}` : String(name),
			type: typeInForm[String(type)] ?? 'string',
			required: false,
			defaultMatch: false,
			canBeUsedToMatch: false,
			display: true,
		}));

const property: Omit<INodeProperties, 'name'> = {
	displayName: 'Fields to Send',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	typeOptions: {
		loadOptionsDependsOn: ['catalogName.value'],
		resourceMapper: {
			resourceMapperMethod: 'getCatalogFields',
			mode: 'add',
			fieldWords: { singular: 'field', plural: 'fields' },
			addAllFields: false,
			supportAutoMap: true,
		},
	},
	description: 'A field that is not added or left empty is not sent; {{ null }} empties it',
};

/** The fields of the chosen catalog with their types, as n8n's mapper gives them. */
export const typedFields: TypedFields = {
	choice: { name: 'Catalog Fields', value: 'catalogFields' },
	property,
	// n8n asks for the fields at once, and says in red that it found none while no catalog is chosen
	needs: { [catalogName.name]: [{ _cnd: { exists: true } }] },
	read: (parameters, writing) => readFields(parameters, writing),
};

/**
 * Read as a whole: asked for its values alone, n8n turns an empty one into a missing one.
 * A field whose expression gives nothing is left out, null empties it.
 */
function readFields({ read, inputFields }: ItemParameters, writing: WriteContext): IDataObject {
	const mapping = read(PARAMETER);
	if (!isObject(mapping)) return {};
	const columns = new Map(
		(Array.isArray(mapping.schema) ? (mapping.schema as unknown as ResourceMapperField[]) : []).map(
			(column) => [column.id, column],
		),
	);
	const isAutomatic = mapping.mappingMode === 'autoMapInputData';
	const given = isAutomatic ? inputFields() : isObject(mapping.value) ? mapping.value : {};
	const wanted = Object.entries(given).filter(
		([name, value]) =>
			name !== 'id' &&
			value !== undefined &&
			!(isAutomatic && columns.size > 0 && !columns.has(name)),
	);
	return Object.fromEntries(
		wanted.map(([name, value]) => [
			name,
			typed(value, columns.get(name), within(LABEL, name), writing),
		]),
	) as IDataObject;
}

function typed(
	value: unknown,
	column: ResourceMapperField | undefined,
	label: string,
	{ timezone }: WriteContext,
): unknown {
	if (value === null || !column) return value;
	switch (column.type) {
		case 'array':
			return column.displayName.endsWith(POINT) ? toPoint(value, label) : toList(value, label);
		case 'boolean':
			return toBoolean(value, label);
		case 'dateTime':
			return toMoment(value, timezone, label).toISO({ suppressMilliseconds: true });
		case 'number':
			return toNumber(value, label);
		case 'object':
			return toJsonObject(value, label);
		default:
			return toText(value, label);
	}
}

/** A list of texts, or what to add to the one that is there and to take from it. */
function toList(value: unknown, label: string): unknown {
	const given =
		typeof value === 'string' && value.trim().startsWith('{') ? parseJson(value, label) : value;
	return isListChange(given) ? given : toTextList(given, label);
}

const isNumeric = (value: unknown): boolean =>
	typeof value === 'number' ||
	(typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)));

function toPoint(value: unknown, label: string): number[] {
	const parts = (typeof value === 'string' ? toTextList(value, label) : value) as unknown[];
	const [longitude, latitude] = Array.isArray(parts)
		? parts.map((part) => (isNumeric(part) ? toNumber(part, label) : NaN))
		: [];
	if (parts.length === 2 && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) {
		return [longitude, latitude];
	}
	throw new InvalidInput(
		label,
		'is no point',
		'Give longitude and latitude, in this order, such as [-73.98, 40.78]',
	);
}
