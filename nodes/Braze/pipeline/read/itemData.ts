import { isObject } from '../../schema/convert';
import type { ItemParameters } from './parameters';

/**
 * Names that give the same for every item of a run. Any other name that n8n puts into expressions, known or new, may give
 * something of an item.
 */
const ofTheRun = new Set([
	'env',
	'execution',
	'if',
	'ifEmpty',
	'jmespath',
	'max',
	'min',
	'mode',
	'nodeId',
	'nodeVersion',
	'not',
	'now',
	'runIndex',
	'secrets',
	'today',
	'vars',
	'webhookId',
	'workflow',
]);

/** A name of n8n's, as `$json`, `$now` or `$('Node')`; a dollar sign before a brace is Liquid's or JavaScript's. */
const n8nName = /\$(?:\(|([A-Za-z_]\w*))/g;

/**
 * @param raw a parameter as it is stored, expressions unevaluated
 * @returns whether an expression in it names data of an item
 */
export function namesItemData(raw: unknown): boolean {
	if (typeof raw === 'string') {
		if (!raw.startsWith('=') && !raw.includes('{{')) return false;
		return [...raw.matchAll(n8nName)].some(([, name]) => name === undefined || !ofTheRun.has(name));
	}
	return typeof raw === 'object' && raw !== null && Object.values(raw).some(namesItemData);
}

/** The parameters of an item, and whether anything read of them names data of the item. */
export interface TracedParameters {
	parameters: ItemParameters;
	namedItemData: () => boolean;
}

/** @returns what gives the same parameters with a note of what was read; a parameter is looked at once a run */
export function tracer(): (parameters: ItemParameters) => TracedParameters {
	const known = new Map<string, boolean>();
	const naming = (name: string, raw: ItemParameters['raw']): boolean => {
		const names = known.get(name) ?? namesItemData(raw(name));
		known.set(name, names);
		return names;
	};
	return (parameters) => {
		let named = false;
		return {
			parameters: {
				...parameters,
				read: (name) => {
					named ||= naming(name, parameters.raw);
					return parameters.read(name);
				},
				inputFields: () => {
					named = true;
					return parameters.inputFields();
				},
			},
			namedItemData: () => named,
		};
	};
}

/**
 * @returns what reads parameters so that an expression that names no data of an item, the current time for instance, gives for
 *   every item what it gave for the first
 */
export function evaluatedOnce(): (parameters: ItemParameters) => ItemParameters {
	const first = new Map<string, unknown>();
	return (parameters) => ({
		...parameters,
		read: (name) => {
			const value = parameters.read(name);
			if (!first.has(name)) first.set(name, value);
			return withFirst(parameters.raw(name), value, first.get(name));
		},
	});
}

/** The value with everything as it was at first that names no data of an item. */
function withFirst(raw: unknown, value: unknown, first: unknown): unknown {
	if (!namesItemData(raw)) return first;
	if (isObject(raw) && raw.__rl === true) return withFirst(raw.value, value, first);
	if (Array.isArray(raw) && Array.isArray(value) && Array.isArray(first)) {
		return value.map((entry, index) => withFirst(raw[index], entry, first[index]));
	}
	if (isObject(raw) && isObject(value) && isObject(first)) {
		return Object.fromEntries(
			Object.entries(value).map(([key, entry]) => [key, withFirst(raw[key], entry, first[key])]),
		);
	}
	return value;
}
