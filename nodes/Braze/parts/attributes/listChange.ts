import type { IDataObject } from 'n8n-workflow';

import { isAbsent, isObject } from '../../schema/convert';
import { InvalidInput, quote } from '../../schema/invalidInput';

const IDENTIFIED = ['$identifier_key', '$identifier_value'];

/** What each object of a change to a list of objects must hold (Braze docs). */
const needed: Record<string, readonly string[]> = {
	$add: [],
	$remove: IDENTIFIED,
	$update: [...IDENTIFIED, '$new_object'],
};

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** @throws InvalidInput for a change of a list that Braze would take and do nothing for */
export function checkListChange(change: IDataObject, label: string): void {
	const plain = [...listIn(change.add), ...listIn(change.remove)];
	const wrong = plain.find((one) => typeof one === 'object' && one !== null);
	if (wrong !== undefined) {
		throw new InvalidInput(
			label,
			`is a list of texts and numbers that ${quote(wrong)} cannot go into or out of`,
			'For a list of objects choose Add Object or Remove Object, or write $add or $remove in JSON',
		);
	}
	for (const [operator, keys] of Object.entries(needed)) {
		for (const one of listIn(change[operator])) checkObjectChange(one, operator, keys, label);
	}
}

function checkObjectChange(
	one: unknown,
	operator: string,
	keys: readonly string[],
	label: string,
): void {
	if (!isObject(one)) {
		throw new InvalidInput(
			label,
			`has ${quote(one)} under ${operator}, which takes objects`,
			`Give an object, or write ${operator.slice(1)} for a list of texts and numbers`,
		);
	}
	const absent = keys.find((key) => isAbsent(one[key]));
	if (absent === undefined) return;
	throw new InvalidInput(
		label,
		`has ${quote(one)} under ${operator}, which lacks ${absent}`,
		`Give ${keys.join(', ')} in each object`,
	);
}
