import { toChoice } from './choice';
import type { BrazeField } from './field';

/** Stands for a value that a row does not have at all, so that it decides nothing. */
export const NOT_GIVEN = Symbol('not given');

/**
 * Tells which fields the form shows for an item. n8n shows all that a selector decides as soon as it holds an expression, so
 * what the expression gives is looked at here.
 *
 * @param siblings fields that stand side by side
 * @param valueOf value of a sibling, by its name
 * @param valueOfRoot value of a parameter at the top of the form, by its name
 * @param labelOf label of a sibling, for a selector that chose none of its options
 * @returns whether a field is shown; throws InvalidInput where a list that decides it holds none of its options
 */
export function shownIn(
	siblings: BrazeField[],
	valueOf: (name: string) => unknown,
	valueOfRoot: (name: string) => unknown,
	labelOf: (field: BrazeField) => string,
): (field: BrazeField) => boolean {
	const chosen = (name: string): unknown => {
		if (name.startsWith('/')) return valueOfRoot(name.slice(1));
		const selector = siblings.find((sibling) => sibling.name === name);
		const value = valueOf(name);
		if (selector?.type !== 'options' || value === NOT_GIVEN) return value;
		return isShown(selector) ? toChoice(value, selector, labelOf(selector)) : undefined;
	};
	const isShown = (field: BrazeField): boolean =>
		Object.entries(field.displayOptions?.show ?? {}).every(([name, shown = []]) => {
			const choices: unknown[] = shown;
			if (choices.some((choice) => typeof choice === 'object')) return true;
			const value = chosen(name);
			const given = typeof value === 'string' ? value.trim() : value;
			return given === NOT_GIVEN || choices.includes(given);
		});
	return isShown;
}
