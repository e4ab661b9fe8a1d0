import type { IDataObject } from 'n8n-workflow';

import {
	isAbsent,
	isObject,
	toBoolean,
	toJsonObject,
	toNumber,
	toText,
	toTextList,
} from '../../schema/convert';
import { quote, InvalidInput } from '../../schema/invalidInput';
import type { WriteContext } from '../../schema/write';
import type { ItemParameters } from '../../pipeline/read/parameters';
import { toInstant } from '../../schema/time';
import {
	attributeTypes,
	CUSTOM_ATTRIBUTE,
	LAST_USED_APP,
	subscriptionFilters,
} from './comparisons';
import type { ValueKind } from './comparisons';
import { comparisonParameter, valueParameters } from './form';

const FILTERS = 'Audience Filters';

/**
 * @returns the connected audience of the item at hand, undefined where the form asks for none
 * @throws InvalidInput where a filter or a group is empty or cannot be read
 */
export function readAudience(
	{ read }: ItemParameters,
	writing: WriteContext,
): IDataObject | undefined {
	switch (read('audience')) {
		case 'json':
			return toJsonObject(read('audienceJson') ?? '', 'Audience JSON');
		case 'build':
			return combine(
				read('audienceMatch'),
				writeFilters(read('audienceFilters'), FILTERS, writing),
			);
		default:
			return undefined;
	}
}

const combine = (match: unknown, filters: IDataObject[]): IDataObject =>
	filters.length === 1 ? filters[0] : { [match === 'OR' ? 'OR' : 'AND']: filters };

function rowsOf(value: IDataObject, kind: string): IDataObject[] {
	const rows = value[kind];
	if (isAbsent(rows)) return [];
	return (Array.isArray(rows) ? rows : [rows]) as IDataObject[];
}

function writeFilters(value: unknown, label: string, writing: WriteContext): IDataObject[] {
	const rows = isObject(value) ? value : {};
	const written = [
		...rowsOf(rows, 'customAttribute').map((row) => customAttribute(row, label, writing)),
		...subscriptionFilters.flatMap(({ key, name }) =>
			rowsOf(rows, name).map((row) => ({
				[key]: { comparison: row.comparison, value: row.state },
			})),
		),
		...rowsOf(rows, 'lastUsedApp').map((row) => ({
			[LAST_USED_APP]: {
				comparison: row.comparison,
				value: toInstant(row.time, writing.timezone, `${label} > Last Used App`),
			},
		})),
		...rowsOf(rows, 'group').map((row, index) =>
			combine(row.match, writeFilters(row.filters, `${label} > Group ${index + 1}`, writing)),
		),
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

function customAttribute(row: IDataObject, label: string, writing: WriteContext): IDataObject {
	const name = isAbsent(row.attributeName)
		? ''
		: toText(row.attributeName, `${label} > Attribute Name`);
	if (name === '') {
		throw new InvalidInput(
			`${label} > Attribute Name`,
			'is empty',
			'Enter the name of a custom attribute',
		);
	}
	const filterLabel = `${label} > ${name}`;
	const type = attributeTypes.find(({ key }) => key === row.attributeType);
	const chosen = type && row[comparisonParameter(type)];
	const comparison = type?.comparisons.find(({ key }) => key === chosen);
	if (!type || !comparison) {
		throw new InvalidInput(
			filterLabel,
			`cannot compare ${quote(row.attributeType)} with ${quote(chosen)}`,
			'Choose the comparison again',
		);
	}
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
	if (isAbsent(value)) throw new InvalidInput(label, 'has no value', 'Enter what to compare with');
	switch (kind) {
		case 'boolean':
			return toBoolean(value, label);
		case 'days':
		case 'number':
			return toNumber(value, label);
		case 'list': {
			const list = toTextList(value, label);
			if (list.length === 0)
				throw new InvalidInput(label, 'has no value', 'Enter at least one value');
			return list;
		}
		case 'text':
			return toText(value, label);
		case 'time':
			return toInstant(value, writing.timezone, label);
	}
}
