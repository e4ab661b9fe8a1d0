import type { IDataObject } from 'n8n-workflow';

import { isAbsent, isObject } from '../../schema/convert';
import { InvalidInput, quote, within, wrongType } from '../../schema/invalidInput';
import { groupOf } from './operations';
import type { HeldKey, ProfileField } from './profileFields';

/** @throws InvalidInput for an object in the list of a profile field for which Braze would leave out all attributes of the user */
export function checkHeld({ key, holds = [] }: ProfileField, list: unknown[], label: string): void {
	for (const [index, one] of list.entries()) {
		const name = `${label} ${index + 1}`;
		for (const held of holds) checkKey(held, isObject(one) ? one : {}, name);
	}
	if (key === 'subscription_groups') refuseGroupTwice(list, label);
}

function checkKey(
	{ key, isRequired, type, choices, bytes }: HeldKey,
	object: IDataObject,
	label: string,
): void {
	const value = object[key];
	const name = within(label, key);
	if (isAbsent(value)) {
		if (!isRequired) return;
		const others = Object.keys(object).map((each) => quote(each));
		throw new InvalidInput(
			name,
			others.length > 0 ? `is empty, and the object has ${others.join(', ')}` : 'is empty',
			choices ? `Give one of ${choices.join(', ')}` : 'Give it under this name in each object',
		);
	}
	if (typeof value !== (type ?? 'string')) {
		throw wrongType(name, type === 'boolean' ? 'true or false' : 'text', value);
	}
	if (choices && !choices.includes(String(value))) {
		throw new InvalidInput(name, `cannot be ${quote(value)}`, `Give one of ${choices.join(', ')}`);
	}
	if (!bytes) return;
	const [least, most] = bytes;
	const size = Buffer.byteLength(String(value));
	if (size >= least && size <= most) return;
	throw new InvalidInput(
		name,
		`has ${size} bytes and Braze takes ${least} to ${most}`,
		'Correct it, or leave it out: Braze makes one up then',
	);
}

/** @throws InvalidInput for a group that stands in the list twice: which of its states stays would be chance */
function refuseGroupTwice(groups: unknown[], label: string): void {
	const ids = groups.map(groupOf);
	const id = ids.find((each, index) => ids.indexOf(each) < index);
	if (id === undefined) return;
	throw new InvalidInput(label, `names the group ${quote(id)} twice`, 'Keep one of the two');
}
