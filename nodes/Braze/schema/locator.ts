import { isObject } from './convert';

/** @returns the value of a resource locator, any other value as it is */
export const withoutLocator = (value: unknown): unknown =>
	isObject(value) && value.__rl === true ? value.value : value;

const keys = new Set(['mode', 'value', 'cachedResultName', 'cachedResultUrl']);

/** @returns the value of a locator field, also where a program wrote the locator without the mark that n8n puts into it */
export const locatorValue = (value: unknown): unknown =>
	isObject(value) && 'value' in value && Object.keys(value).every((key) => keys.has(key))
		? value.value
		: withoutLocator(value);
