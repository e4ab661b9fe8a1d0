import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Batch, Part, Show } from '../../pipeline/part';
import { canonicalJson } from '../../pipeline/plan/canonicalJson';
import type { ItemParameters } from '../../pipeline/read/parameters';
import type { Entry } from '../../pipeline/request';
import { checkField } from '../../schema/check';
import { choice, toChoices } from '../../schema/choice';
import { isAbsent, isObject } from '../../schema/convert';
import { toProperty } from '../../schema/describe';
import type { BrazeField } from '../../schema/field';
import { InvalidInput } from '../../schema/invalidInput';
import { remembered } from '../../schema/remembered';
import { marked } from '../marked';
import { requiredId } from '../requiredId';
import type { IdParameters } from '../requiredId';
import {
	fieldsOfKind,
	identifierChoice,
	kinds,
	kindsOf,
	labelOf,
	parameterName,
	prioritizationField,
} from './identifiers';
import type { IdentifierKind, ProfileNaming } from './identifiers';
import { checkPhoneForm, digitsOf, isE164 } from './phoneForm';

export type { IdentifierKind, PrioritizationRule, ProfileNaming } from './identifiers';

/** A profile as the form names it. */
export interface NamedProfile {
	kind: IdentifierKind;
	/** Under the endpoint's own keys, prioritization included. */
	wire: IDataObject;
	/** Equal for two namings of the same profile. */
	key: string;
}

/** @returns the parameters that name a profile, under a display rule */
export function describeProfile(naming: ProfileNaming, show: Show): INodeProperties[] {
	const kindChoice = identifierChoice(naming);
	const rules = prioritizationField(naming);
	const under = (field: BrazeField, kinds: IdentifierKind[]): INodeProperties => ({
		...toProperty(field),
		displayOptions: { show: { ...show, [kindChoice.name]: kinds } },
	});
	const withRules = kindsOf(naming).filter((kind) => kind === 'email' || kind === 'phone');
	return [
		{ ...toProperty(kindChoice), displayOptions: { show } },
		...kindsOf(naming).flatMap((kind) =>
			fieldsOfKind[kind].flatMap((field) => {
				const choices = [{ name: kindChoice.name, value: kind }];
				return marked(inForm(naming, field), show, choices);
			}),
		),
		...(rules && withRules.length > 0 ? [under(rules, withRules)] : []),
	];
}

const inForm = (naming: ProfileNaming, field: BrazeField): BrazeField => ({
	...field,
	name: parameterName(naming, field.name),
	displayName: labelOf(naming, field.displayName),
});

/** The fields of each kind as a form has them. */
const namedFields = remembered((naming: ProfileNaming) => {
	const fields = kinds.map((kind) => [
		kind,
		fieldsOfKind[kind].map((field) => inForm(naming, field)),
	]);
	return Object.fromEntries(fields) as Record<IdentifierKind, BrazeField[]>;
});

/**
 * @returns the profile that the form names for the item at hand
 * @throws InvalidInput where it is not named as the endpoint wants it
 */
export function readProfile(
	naming: ProfileNaming,
	parameters: IdParameters & Pick<ItemParameters, 'hint'>,
): NamedProfile {
	const { read } = parameters;
	const kind = readKind(naming, read);
	const fields = namedFields(naming)[kind];
	const values = fields.map((field) => readIdentifier(parameters, field));
	if (kind === 'phone') checkPhoneForm(values[0], parameters, fields[0].displayName);
	const value: IDataObject | string =
		kind === 'userAlias' ? { alias_name: values[0], alias_label: values[1] } : values[0];
	const rules = kind === 'email' || kind === 'phone' ? readRules(naming, read) : undefined;
	return {
		kind,
		wire: {
			[naming.keys[kind] as string]: value,
			...(rules === undefined ? {} : { prioritization: rules }),
		},
		key: profileKey(kind, value),
	};
}

/**
 * @returns what names the profile for the item at hand
 * @throws InvalidInput where the endpoint takes no such identifier
 */
export const readKind = (naming: ProfileNaming, read: ItemParameters['read']): IdentifierKind =>
	choice({ read }, identifierChoice(naming)) as IdentifierKind;

function readIdentifier(parameters: IdParameters, field: BrazeField): string {
	const text = requiredId(parameters, field);
	checkField(field, text);
	return text;
}

function readRules(naming: ProfileNaming, read: ItemParameters['read']): string[] | undefined {
	const field = prioritizationField(naming);
	if (!field) return undefined;
	const rules = toChoices(read(field.name) ?? [], field);
	if (rules.length === 0) {
		throw new InvalidInput(
			field.displayName,
			'is empty',
			'Choose which profile is meant where several have this address or number',
		);
	}
	checkField(field, rules);
	if (rules.includes('identified') && rules.includes('unidentified')) {
		throw new InvalidInput(
			field.displayName,
			'has both Identified and Unidentified',
			'Keep one of the two',
		);
	}
	return rules;
}

/**
 * @param value an ID, an address or a number, or the alias with its name and its label
 * @returns what is equal for two namings of the same profile; Braze compares addresses and its own IDs without regard to case,
 *   and numbers by their digits
 */
export function profileKey(kind: IdentifierKind, value: IDataObject | string): string {
	if (typeof value !== 'string') {
		return `${kind} ${JSON.stringify([value.alias_label, value.alias_name])}`;
	}
	return `${kind} ${kind === 'brazeId' ? value.toLowerCase() : plainNaming(kind, value)}`;
}

/** @returns an address or a number under its key as Braze compares it, anything else as it is */
export function plainNaming(key: string, value: string): string {
	if (key === 'email') return value.trim().toLowerCase();
	return key === 'phone' ? digitsOf(value) : value;
}

/** @returns what names profiles, equal for two namings of the same ones however an address or a number is written */
export const sameNaming = (wire: unknown): unknown =>
	isObject(wire)
		? Object.fromEntries(
				Object.entries(wire).map(([key, value]) => [
					key,
					typeof value === 'string' ? plainNaming(key, value) : sameNaming(value),
				]),
			)
		: wire;

/**
 * Two entries that ask for the same of the same profiles become one: by an address or a number that stands in a request twice,
 * written otherwise, Braze would go on to the next profile that has it.
 */
export const joinSameProfiles: NonNullable<Batch['join']> = (earlier, later) =>
	earlier.list === later.list &&
	canonicalJson(sameNaming(earlier.wire)) === canonicalJson(sameNaming(later.wire))
		? { ...earlier, wire: hasOwnForm(earlier.wire) ? earlier.wire : later.wire }
		: undefined;

/** Whether Braze cannot read a number as another one, if there is one. */
const hasOwnForm = (wire: unknown): boolean =>
	!isObject(wire) ||
	Object.entries(wire).every(([key, value]) =>
		key === 'phone' ? isE164(String(value)) : hasOwnForm(value),
	);

/** Keys under which an object names its user; an address or a number beside an ID is a field of the profile. */
const namingKeys = ['external_id', 'user_alias', 'braze_id', 'email', 'phone'];

/** @returns what names the user that an entry is about */
export function namedUser({ wire }: Pick<Entry, 'wire'>): IDataObject {
	const object = wire as IDataObject;
	const key = namingKeys.find((each) => !isAbsent(object[each]));
	return key === undefined ? {} : { [key]: object[key] };
}

/** @returns the part that names a profile in the keys of its endpoint */
export const profile = (naming: ProfileNaming): Part => ({
	describe: (show) => describeProfile(naming, show),
	write: (parameters) => ({ wire: readProfile(naming, parameters).wire }),
});
