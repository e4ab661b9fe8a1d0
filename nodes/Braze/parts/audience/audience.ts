import type { IDataObject } from 'n8n-workflow';

import { choice, toChoice } from '../../schema/choice';
import type { ChoiceField } from '../../schema/choice';
import {
	isAbsent,
	isObject,
	toBoolean,
	toJsonObject,
	toNumber,
	toText,
	toTextList,
} from '../../schema/convert';
import { toIdentifier } from '../../schema/identifier';
import { quote, InvalidInput } from '../../schema/invalidInput';
import type { WriteContext } from '../../schema/writeContext';
import type { ItemParameters } from '../../pipeline/read/parameters';
import { toInstant } from '../../schema/time';
import {
	attributeTypes,
	CUSTOM_ATTRIBUTE,
	LAST_USED_APP,
	subscriptionFilters,
} from './comparisons';
import type { AttributeType, Comparison, ValueKind } from './comparisons';
import { attributeType, comparisonOf, valueParameters } from './comparisonFields';
import {
	audienceMatch,
	audienceSource,
	groupMatch,
	lastUsedAppComparison,
	subscriptionComparison,
	subscriptionState,
} from './form';

const FILTERS = 'Audience Filters';

/**
 * @returns the connected audience of the item at hand, undefined where the form asks for none
 * @throws InvalidInput where a filter or a group is empty or cannot be read
 */
export function readAudience(
	parameters: ItemParameters,
	writing: WriteContext,
): IDataObject | undefined {
	const { read } = parameters;
	switch (choice(parameters, audienceSource)) {
		case 'json':
			return audienceOfJson(read('audienceJson'));
		case 'build':
			return combine(
				choice(parameters, audienceMatch),
				writeFilters(read('audienceFilters'), FILTERS, writing),
			);
		default:
			return undefined; // none
	}
}

function audienceOfJson(json: unknown): IDataObject {
	const label = 'Audience JSON';
	if (!isAbsent(json)) return toJsonObject(json, label);
	throw new InvalidInput(label, 'is empty', 'Give a filter, or choose None under Audience');
}

const combine = (match: string, filters: IDataObject[]): IDataObject =>
	filters.length === 1 ? filters[0] : { [match]: filters };

const kinds = ['customAttribute', ...subscriptionFilters.map(({ name }) => name), 'lastUsedApp'];

/** @throws InvalidInput for a filter of a kind that does not exist, which would drop out of the audience */
function refuseUnknownKinds(rows: IDataObject, label: string, known: string[]): void {
	const unknown = Object.keys(rows).find((kind) => !known.includes(kind));
	if (unknown === undefined) return;
	throw new InvalidInput(
		label,
		`has filters of the unknown kind ${quote(unknown)}`,
		`Give ${known.join(', ')}`,
	);
}

function rowsOf(value: IDataObject, kind: string, label: string): IDataObject[] {
	const rows = value[kind];
	if (isAbsent(rows)) return [];
	const list: unknown[] = Array.isArray(rows) ? rows : [rows];
	if (list.every(isObject)) return list;
	throw new InvalidInput(label, 'holds a filter that is no object', 'Choose the filter again');
}

function writeFilters(value: unknown, label: string, writing: WriteContext): IDataObject[] {
	const rows = isObject(value) ? value : {};
	const isTop = label === FILTERS;
	refuseUnknownKinds(rows, label, isTop ? [...kinds, 'group'] : kinds);
	const written = [
		...rowsOf(rows, 'customAttribute', label).map((row) => customAttribute(row, label, writing)),
		...subscriptionFilters.flatMap(({ key, name, displayName }) =>
			rowsOf(rows, name, label).map((row) => ({
				[key]: {
					comparison: chosen(row, subscriptionComparison, `${label} > ${displayName}`),
					value: chosen(row, subscriptionState, `${label} > ${displayName}`),
				},
			})),
		),
		...rowsOf(rows, 'lastUsedApp', label).map((row) => ({
			[LAST_USED_APP]: {
				comparison: chosen(row, lastUsedAppComparison, `${label} > Last Used App`),
				value: comparedValue('time', row, `${label} > Last Used App`, writing) as string,
			},
		})),
		...rowsOf(rows, 'group', label).map((row, index) => {
			const groupLabel = `${label} > Group ${index + 1}`;
			return combine(
				chosen(row, groupMatch, groupLabel),
				writeFilters(row.filters, `${groupLabel} > Filters`, writing),
			);
		}),
	];
	if (written.length === 0) {
		throw new InvalidInput(
			label,
			'has no filter',
			'Add a filter or remove it: an empty one could reach everyone',
		);
	}
	return written as IDataObject[];
}

/** What a row chose in one of its lists. */
const chosen = (row: IDataObject, field: ChoiceField, label: string): string =>
	toChoice(row[field.name], field, `${label} > ${field.displayName}`);

/** A list from an expression, or the text of one. */
const isList = (value: unknown): boolean =>
	Array.isArray(value) || (typeof value === 'string' && /^\s*\[[^]*\]\s*$/.test(value));

function customAttribute(row: IDataObject, label: string, writing: WriteContext): IDataObject {
	const name = toIdentifier(row.attributeName, `${label} > Attribute Name`);
	if (name === undefined) {
		throw new InvalidInput(
			`${label} > Attribute Name`,
			'is empty',
			'Enter the name of a custom attribute',
		);
	}
	const filterLabel = `${label} > ${name}`;
	const typeKey = chosen(row, attributeType, filterLabel);
	const type = attributeTypes.find(({ key }) => key === typeKey) as AttributeType;
	const comparisonKey = chosen(row, comparisonOf(type), filterLabel);
	const comparison = type.comparisons.find(({ key }) => key === comparisonKey) as Comparison;
	const filter: IDataObject = { custom_attribute_name: name, comparison: comparison.key };
	if (comparison.value !== 'none') {
		filter.value = comparedValue(comparison.value, row, filterLabel, writing) as IDataObject;
	}
	return { [CUSTOM_ATTRIBUTE]: filter };
}

function comparedValue(
	kind: Exclude<ValueKind, 'none'>,
	row: IDataObject,
	label: string,
	writing: WriteContext,
): unknown {
	const value: unknown = row[valueParameters[kind].name];
	if (isAbsent(value) || (typeof value === 'string' && value.trim() === '')) {
		throw new InvalidInput(label, 'has no value', 'Enter what to compare with');
	}
	switch (kind) {
		case 'boolean':
			return toBoolean(value, label);
		case 'days':
		case 'number':
			return toNumber(value, label);
		case 'list': {
			const list = toTextList(value, label);
			const isShort = Array.isArray(value) && list.length < value.length;
			if (list.length > 0 && !isShort) return list;
			throw new InvalidInput(
				label,
				isShort ? 'has an empty value' : 'has no value',
				'Check what its expression gives for this item',
			);
		}
		case 'text':
			return toText(value, label);
		case 'textOrList':
			return comparedValue(
				isList(value) ? 'list' : 'text',
				{ value, values: value } as IDataObject,
				label,
				writing,
			);
		case 'time':
			return toInstant(value, writing.timezone, label);
	}
}
