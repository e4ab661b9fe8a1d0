import type { IDataObject } from 'n8n-workflow';

import { checkLength } from '../../schema/checkLength';
import { isObject } from '../../schema/convert';
import { InvalidInput, quote, within, wrongType } from '../../schema/invalidInput';
import { isLonger, jsonBytes } from '../../schema/size';
import { GIVE_ISO_8601 } from '../../schema/time';
import { MAX_NAME_CHARACTERS, refuseWholeBody } from '../tracking/properties';
import { isBrazeTime, millisOf } from './brazeTime';
import { checkHeld } from './heldObjects';
import { checkListChange } from './listChange';
import { isOperation, isOperator } from './operations';
import { flagKeys, identifierKeys, profileFieldOf } from './profileFields';
import type { AttributeType, ProfileField } from './profileFields';

/** Longest text of a custom attribute in characters (Braze docs). */
const MAX_TEXT_CHARACTERS = 255;

/** Largest list or object of an attribute in bytes of JSON; Braze drops a larger one and answers as if it had not (Braze docs). */
const MAX_NESTED_BYTES = 102_400;

const LABEL = 'User Attributes';

/**
 * @param named keys of the object that name the user, which are no attributes
 * @throws InvalidInput for an attribute that Braze would refuse, or drop without a word
 */
export function checkAttributes(wire: IDataObject, named: readonly string[]): void {
	for (const key of Object.keys(wire)) {
		if (named.includes(key)) continue;
		const value = wire[key];
		refuseWholeBody(key, value, LABEL);
		if (flagKeys.includes(key)) {
			if (typeof value !== 'boolean') {
				throw wrongType(within(LABEL, key), typeWords.boolean, value);
			}
			continue;
		}
		checkName(key);
		const field = profileFieldOf(key);
		if (field) checkProfileField(field, value);
		else if (typeof value === 'string' || typeof value === 'object') {
			checkCustom(value, within(LABEL, key));
		}
	}
	if (wire.push_token_import === true) checkTokenImport(wire);
}

/** @throws InvalidInput for tokens that are imported for nobody known yet, and name somebody all the same (Braze docs) */
function checkTokenImport(wire: IDataObject): void {
	const named = ['external_id', 'braze_id'].find((key) => key in wire);
	const label = within(LABEL, 'push_token_import');
	if (named !== undefined) {
		throw new InvalidInput(
			label,
			`is true, which imports tokens of people that Braze does not know yet, and the user is named by ${named}`,
			'Set it to false, or name the user by email, phone or alias',
		);
	}
	if (Array.isArray(wire.push_tokens) && wire.push_tokens.length > 0) return;
	throw new InvalidInput(label, 'is true, and there are no push_tokens', 'Give the tokens');
}

/** @throws InvalidInput for a name that no attribute can have */
export function checkName(key: string): void {
	if (identifierKeys.includes(key)) {
		throw new InvalidInput(
			LABEL,
			`hold ${quote(key)}, which names the user`,
			'Name the user under User Identifier, and leave this out of the attributes',
		);
	}
	if (key === 'email_subscription_info') {
		throw new InvalidInput(LABEL, `hold ${quote(key)}, which Braze refuses`, 'Use email_subscribe');
	}
	if (key.trim() === '') {
		throw new InvalidInput(LABEL, 'hold one without a name', 'Name it or remove it');
	}
	if (isLonger(key, MAX_NAME_CHARACTERS)) {
		throw new InvalidInput(
			LABEL,
			`hold a name of ${[...key].length} characters (${quote(key)}) and Braze takes at most ${MAX_NAME_CHARACTERS}`,
			'Shorten the name',
		);
	}
}

const isOfType: Record<AttributeType, (value: unknown) => boolean> = {
	boolean: (value) => typeof value === 'boolean',
	list: Array.isArray,
	number: (value) => typeof value === 'number',
	object: isObject,
	objects: (value) => Array.isArray(value) && value.every(isObject),
	text: (value) => typeof value === 'string',
	time: (value) => typeof value === 'string',
};

const typeWords: Record<AttributeType, string> = {
	boolean: 'true or false',
	list: 'a list',
	number: 'a number',
	object: 'an object',
	objects: 'a list of objects',
	text: 'text',
	time: 'a time as text',
};

function checkProfileField(field: ProfileField, value: unknown): void {
	const { key, type, choices, maxCharacters, pattern, patternHint } = field;
	const label = within(LABEL, key);
	if (value === null) {
		if (!field.neverNull) return;
		throw new InvalidInput(
			label,
			'is null, for which Braze leaves out all attributes of the user',
			choices ? `Give one of ${choices.join(', ')}, or leave it out` : 'Leave it out',
		);
	}
	if (!isOfType[type](value)) throw wrongType(label, typeWords[type], value);
	if (choices && value === '') {
		const emptyTexts = field.neverNull
			? 'Leave the Attribute Alone under Empty Texts'
			: 'under Empty Texts what an empty one does';
		throw new InvalidInput(
			label,
			'is empty',
			`Give one of ${choices.join(', ')}, or choose ${emptyTexts}`,
		);
	}
	if (choices && !choices.includes(value as string)) {
		throw new InvalidInput(label, `cannot be ${quote(value)}`, `Give one of ${choices.join(', ')}`);
	}
	if (field.holds) checkHeld(field, value as unknown[], label);
	if (maxCharacters !== undefined) checkLength(value as string, maxCharacters, label);
	if (pattern && value !== '' && !pattern.test(value as string)) {
		throw new InvalidInput(label, `is ${quote(value)}`, patternHint ?? 'Correct its form');
	}
	if (key === 'dob' && value !== '' && millisOf(value as string) === undefined) {
		throw new InvalidInput(label, `is ${quote(value)}, a day that no calendar has`, 'Correct it');
	}
	if (type === 'time' && value !== '' && !isBrazeTime(value)) {
		throw new InvalidInput(
			label,
			`is ${quote(value)}, which is no time that Braze reads`,
			GIVE_ISO_8601,
		);
	}
	if (key === 'current_location') {
		const { longitude, latitude } = value as IDataObject;
		if (typeof longitude === 'number' && typeof latitude === 'number') return;
		throw new InvalidInput(
			label,
			'lacks the longitude or the latitude as a number',
			'Give both, as { "longitude": 4.35, "latitude": 50.85 }',
		);
	}
}

function checkCustom(value: unknown, label: string): void {
	if (typeof value === 'string') checkLength(value, MAX_TEXT_CHARACTERS, label);
	if (typeof value !== 'object' || value === null) return;
	if (isObject(value)) checkOperation(value, label);
	const bytes = jsonBytes(value);
	if (bytes > MAX_NESTED_BYTES) {
		throw new InvalidInput(
			label,
			`has ${bytes} bytes and Braze drops one of more than ${MAX_NESTED_BYTES} without a word`,
			'Send less of it',
		);
	}
	checkNestedKeys(value, label);
}

/** @throws InvalidInput for what would be kept as an object although a change was meant */
function checkOperation(value: IDataObject, label: string): void {
	const keys = Object.keys(value);
	if (keys.length === 0 || !keys.every(isOperator)) return;
	if ('inc' in value && keys.length === 1 && !Number.isInteger(value.inc)) {
		throw new InvalidInput(
			label,
			`is incremented by ${quote(value.inc)}`,
			'Increment by a whole number',
		);
	}
	if (isOperation(value)) {
		checkListChange(value, label);
		return;
	}
	throw new InvalidInput(
		label,
		`is changed by ${quote(value)}`,
		'Give inc alone with a number, or the others with a list each, such as { "add": ["jazz"] }',
	);
}

const operatorKeys = new Set([
	'$add',
	'$remove',
	'$update',
	'$time',
	'$identifier_key',
	'$identifier_value',
	'$new_object',
]);

function checkNestedKeys(value: unknown, label: string): void {
	if (Array.isArray(value)) {
		for (const one of value) checkNestedKeys(one, label);
		return;
	}
	if (!isObject(value)) return;
	for (const [key, inner] of Object.entries(value)) {
		const isFine = operatorKeys.has(key) || !(/[. ]/.test(key) || key.includes('$'));
		if (!isFine) {
			throw new InvalidInput(
				label,
				`holds the key ${quote(key)}, and Braze takes no spaces, dots and dollar signs inside objects`,
				'Rename the key',
			);
		}
		if (key === '$time') checkTime(inner, label);
		checkNestedKeys(inner, label);
	}
}

function checkTime(value: unknown, label: string): void {
	if (isBrazeTime(value)) return;
	throw new InvalidInput(
		label,
		`holds ${quote(value)} as $time, for which Braze drops the whole attribute without a word`,
		GIVE_ISO_8601,
	);
}
