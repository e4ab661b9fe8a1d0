import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { isAbsent, isBlank, isMissing, isObject } from '../../schema/convert';
import { isLeftover } from '../../schema/identifier';
import { quote, quoteTyped, InvalidInput } from '../../schema/invalidInput';
import { GIVE_ISO_8601, isIsoText, toInstant, toMoment } from '../../schema/time';
import {
	attributeTypes,
	CUSTOM_ATTRIBUTE,
	LAST_USED_APP,
	LEGACY_BOOLEAN_NOT_EQUAL,
	subscriptionFilters,
	subscriptionStates,
} from './comparisons';
import type { ValueKind } from './comparisons';

const AUDIENCE = 'Audience';
const filterKeys = [CUSTOM_ATTRIBUTE, ...subscriptionFilters.map(({ key }) => key), LAST_USED_APP];

/** No user was in an app before it. */
const FIRST_YEAR = 2000;

const withoutValue = new Set<unknown>(['exists', 'does_not_exist']);
const timeComparisons = new Set<unknown>(['after', 'before']);
const daysComparisons = new Set<unknown>(
	attributeTypes.flatMap(({ comparisons }) =>
		comparisons.flatMap(({ key, value }) => (value === 'days' ? [key] : [])),
	),
);
/** More days than a hundred years have are a date that a spreadsheet gave as a number, and fit everybody. */
const MOST_DAYS = 36_525;

const knownComparisons = new Set<unknown>([
	...attributeTypes.flatMap(({ comparisons }) => comparisons.map(({ key }) => key)),
	LEGACY_BOOLEAN_NOT_EQUAL,
]);

/**
 * Holds a connected audience against its grammar: one filter, or AND or OR over further ones.
 *
 * @throws InvalidInput for the first part that Braze would refuse, and for a part without a filter
 */
export function checkAudience(audience: unknown, label = AUDIENCE): void {
	if (!isObject(audience)) {
		throw new InvalidInput(
			label,
			'must be an object',
			'Give one filter, or AND or OR with a list of filters',
		);
	}
	const keys = Object.keys(audience);
	if (keys.length !== 1) {
		throw new InvalidInput(
			label,
			keys.length === 0 ? 'has no filter' : `has ${keys.length} keys (${keys.join(', ')})`,
			`Give exactly one of AND, OR, ${filterKeys.join(', ')}; combine several under AND or OR`,
		);
	}
	const [key] = keys;
	if (key === 'AND' || key === 'OR') return checkNode(audience[key], `${label} > ${key}`);
	if (!filterKeys.includes(key)) {
		throw new InvalidInput(
			label,
			`has the key ${quote(key)}`,
			key === 'audience' || key === 'custom_audience'
				? `Give what stands under "${key}" alone`
				: `Braze knows AND, OR, ${filterKeys.join(', ')}; put other conditions into a segment`,
		);
	}
	checkFilter(key, audience[key], `${label} > ${key}`);
}

function checkNode(parts: unknown, label: string): void {
	if (!isAbsent(parts) && !Array.isArray(parts)) {
		throw new InvalidInput(
			label,
			'must be a list',
			'Write it as [ ... ] with a filter in each entry',
		);
	}
	if (!Array.isArray(parts) || parts.length === 0) {
		throw new InvalidInput(
			label,
			'has no filter',
			'Add a filter or remove it: an empty one could reach everyone',
		);
	}
	parts.forEach((part, index) => checkAudience(part, `${label} ${index + 1}`));
}

function checkFilter(key: string, filter: unknown, label: string): void {
	if (!isObject(filter))
		throw new InvalidInput(label, 'must be an object', 'Give its comparison and value');
	if (key === CUSTOM_ATTRIBUTE) return checkCustomAttribute(filter, label);
	const isTime = key === LAST_USED_APP;
	requireOneOf(
		filter.comparison,
		isTime ? ['after', 'before'] : ['is', 'is_not'],
		`${label} > comparison`,
	);
	if (!isTime) return requireOneOf(filter.value, subscriptionStates, `${label} > value`);
	const time = checkTime(filter.value, `${label} > value`);
	if (time.year >= FIRST_YEAR) return;
	throw new InvalidInput(
		`${label} > value`,
		`is ${filter.value as string}, when nobody had an app, so that it would tell no user from another`,
		'Check what its expression gives for this item: a missing date often becomes 1970',
	);
}

function checkCustomAttribute(filter: IDataObject, label: string): void {
	refuseLeftovers(filter, label);
	const name = filter.custom_attribute_name;
	if (typeof name !== 'string' || name.trim() === '') {
		throw new InvalidInput(
			`${label} > custom_attribute_name`,
			isMissing(name) ? 'is empty' : `must be text but is ${quoteTyped(name)}`,
			'Name a custom attribute',
		);
	}
	if (!knownComparisons.has(filter.comparison)) {
		throw new InvalidInput(
			`${label} > comparison`,
			`cannot be ${quote(filter.comparison)}`,
			`Braze knows ${[...knownComparisons].join(', ')}`,
		);
	}
	if (withoutValue.has(filter.comparison)) {
		if (isAbsent(filter.value)) return;
		throw new InvalidInput(
			`${label} > value`,
			`is given, and ${String(filter.comparison)} compares with none, so that it would not count`,
			'Take it out, or choose another comparison',
		);
	}
	if (timeComparisons.has(filter.comparison)) checkTime(filter.value, `${label} > value`);
	if (daysComparisons.has(filter.comparison)) checkDays(filter.value, `${label} > value`);
	const values: unknown[] = Array.isArray(filter.value) ? filter.value : [filter.value];
	if (
		values.length === 0 ||
		values.some((value) => isAbsent(value) || isBlank(value) || typeof value === 'object')
	) {
		throw new InvalidInput(
			`${label} > value`,
			'is empty or no plain value',
			'Give a text, a number, true or false, or a list of texts',
		);
	}
	checkKind(filter, `${label} > value`);
}

/** What the value of a comparison must be; undefined where the types of attributes that have the comparison do not agree on it. */
const valueKinds = new Map<unknown, ValueKind | undefined>();
for (const { key, value } of attributeTypes.flatMap(({ comparisons }) => comparisons)) {
	const isAgreed = !valueKinds.has(key) || valueKinds.get(key) === value;
	valueKinds.set(key, isAgreed ? value : undefined);
}

/** A text is not compared as a number, nor a list with one value, so that the filter would fit nobody, or everybody. */
function checkKind({ comparison, value }: IDataObject, label: string): void {
	const refuse = (words: string, fix: string): never => {
		throw new InvalidInput(label, `must be ${words} but is ${quoteTyped(value)}`, fix);
	};
	const kind = valueKinds.get(comparison);
	if (kind === 'number' && typeof value !== 'number') {
		refuse('a number', 'Write it without quotation marks');
	}
	if (kind === 'list' || kind === 'textOrList') {
		if ([value].flat().some((each) => typeof each !== 'string')) {
			refuse('a text or a list of texts', 'Put each value between quotation marks');
		}
		return;
	}
	if (kind === 'text' && typeof value !== 'string') {
		refuse('a text', 'Put one value between quotation marks');
	}
	if (Array.isArray(value)) {
		refuse('one value', 'Compare a list with is_any_of, is_none_of or includes_value');
	}
	if (comparison === LEGACY_BOOLEAN_NOT_EQUAL && typeof value !== 'boolean') {
		refuse('true or false', 'Compare anything else with not_equal');
	}
}

/** A filter that compares with the word for nothing fits nobody, or everybody where it says *not*. */
function refuseLeftovers(filter: IDataObject, label: string): void {
	for (const key of ['custom_attribute_name', 'value']) {
		const values: unknown[] = Array.isArray(filter[key]) ? filter[key] : [filter[key]];
		const left = values.find((value) => typeof value === 'string' && isLeftover(value.trim()));
		if (left === undefined) continue;
		throw new InvalidInput(
			`${label} > ${key}`,
			`is the text ${quote(left)}, which is what an expression leaves of a value that is not there`,
			'Check what its expression gives for this item',
		);
	}
}

function checkDays(value: unknown, label: string): void {
	if (typeof value === 'number' && value >= 0 && value <= MOST_DAYS) return;
	throw new InvalidInput(
		label,
		isMissing(value) ? 'is empty' : `cannot be ${quote(value)} days`,
		`Give a number of days between 0 and ${MOST_DAYS}`,
	);
}

/** Braze takes text alone, and a number in it would be read as another time than was meant. */
function checkTime(value: unknown, label: string): DateTime {
	if (typeof value !== 'string' || value === '') {
		throw new InvalidInput(label, 'must be a date', GIVE_ISO_8601);
	}
	const time = toMoment(value, 'utc', label);
	if (isIsoText(value)) return time;
	throw new InvalidInput(
		label,
		`is ${quote(value)}, and Braze reads ISO 8601 alone`,
		`Write it as ${toInstant(time, 'utc', label)}`,
	);
}

function requireOneOf(value: unknown, allowed: readonly string[], label: string): void {
	if (!allowed.includes(value as string)) {
		throw new InvalidInput(
			label,
			isMissing(value) ? 'is empty' : `cannot be ${quote(value)}`,
			`Use one of ${allowed.join(', ')}`,
		);
	}
}
