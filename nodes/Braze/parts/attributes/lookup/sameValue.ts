import { isObject } from '../../../schema/convert';
import { isMoment, millisOf } from '../brazeTime';

const timeIn = (value: unknown): unknown =>
	isObject(value) && typeof value.$time === 'string' ? value.$time : value;

/** A list of texts and numbers as Braze keeps it: each once, a repeated one where it stands last. */
const asKept = (list: unknown[]): unknown[] =>
	list.some((one) => typeof one === 'object')
		? list
		: list.filter((one, index) => list.lastIndexOf(one) === index);

/**
 * @param before a value as an export gives it
 * @param after a value as it would be written
 * @param isInside whether it stands inside an object, where Braze makes times of nothing but `$time`
 * @returns whether writing it changes nothing: times are compared as the moments that they are, whatever their form
 */
export function isSameValue(before: unknown, after: unknown, isInside = false): boolean {
	const [old, next] = [timeIn(before), timeIn(after)];
	if (typeof old === 'string' && typeof next === 'string') {
		if (old === next) return true;
		const mayBeTime = !isInside || next !== after;
		return mayBeTime && isMoment(old) && millisOf(old) === millisOf(next);
	}
	if (Array.isArray(old) && Array.isArray(next)) {
		const kept = asKept(next);
		return (
			old.length === kept.length && old.every((one, index) => isSameValue(one, kept[index], true))
		);
	}
	if (isObject(old) && isObject(next)) {
		const keys = Object.keys(next);
		return (
			keys.length === Object.keys(old).length &&
			keys.every((key) => Object.hasOwn(old, key) && isSameValue(old[key], next[key], true))
		);
	}
	return old === next;
}
