import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Show } from '../../pipeline/part';
import type { ItemParameters } from '../../pipeline/read/parameters';
import { booleanOf, isObject } from '../../schema/convert';
import { toProperty } from '../../schema/describe';
import type { BrazeField } from '../../schema/field';
import { InvalidInput, quote, within } from '../../schema/invalidInput';
import type { WriteContext } from '../../schema/writeContext';
import { checkPhoneForm } from '../profile/phoneForm';
import { describePropertySource, readPropertySource, SENDING_SOURCES } from '../properties';
import type { PropertySource } from '../properties';
import { tellNearFields } from './nearField';
import { tellNestedNull } from './nestedNull';
import { tellUnknownPlaces } from './places';
import { flagKeys, MERGES } from './profileFields';
import { attributeRows } from './rowFields';
import { writeRows } from './rows';
import type { WrittenRows } from './rows';
import { fromInputFields, toAttributes, toPaths } from './values';
import type { ValueSettings } from './values';

const LABEL = 'User Attributes';
const PHONE = within(LABEL, 'phone');

const source: PropertySource = {
	name: 'attributes',
	wireKey: null,
	displayName: LABEL,
	description: '',
	leavesOutMissing: true,
};

/** The choices of the source that send attributes. */
const sending = [...SENDING_SOURCES, 'rows'];

const sourceChoice = (isOptional: boolean, usual = isOptional ? 'none' : 'rows'): BrazeField => ({
	displayName: LABEL,
	name: 'attributesSource',
	type: 'options',
	default: usual,
	description: isOptional
		? 'Attributes of the same user, written in the same request before it'
		: 'Where the attributes come from. Input fields that name the user are left out, and profile fields are found whatever their case.',
	options: [
		{ name: 'JSON', value: 'json' },
		{ name: 'Key-Value Pairs', value: 'pairs' },
		...(isOptional ? [{ name: 'None', value: 'none' }] : []),
		{ name: 'Rows', value: 'rows', description: 'One row an attribute, with what to do with it' },
		{ name: 'Use All Input Fields', value: 'inputFields' },
		{ name: 'Use Input Fields Except', value: 'inputFieldsExcept' },
		{ name: 'Use Selected Input Fields', value: 'selectedInputFields' },
	],
});

const whereSent = { show: { attributesSource: sending } };

/** How the attributes are written, for the fields behind *Add Field*. */
export const attributeSettings: BrazeField[] = [
	{
		displayName: 'Empty Texts',
		name: 'emptyTexts',
		wireKey: null,
		type: 'options',
		default: 'send',
		description: 'What an empty text does to its attribute',
		options: [
			{ name: 'Empty the Attribute', value: 'send' },
			{ name: 'Leave the Attribute Alone', value: 'leave' },
			{ name: 'Remove the Attribute', value: 'remove' },
		],
		displayOptions: whereSent,
	},
	{
		displayName: 'Merge Objects',
		name: 'mergeObjects',
		wireKey: MERGES,
		type: 'boolean',
		default: true,
		description:
			'Whether an object changes the keys it has and leaves the others; if off, it replaces the stored object',
		displayOptions: whereSent,
	},
	{
		displayName: 'Times Inside Objects',
		name: 'nestedTimes',
		wireKey: null,
		type: 'string',
		default: '',
		placeholder: 'e.g. car.bought, address.since',
		description: 'Keys inside objects that hold times, with commas between them',
		displayOptions: whereSent,
	},
];

/** @returns the parameters that give the attributes, under a display rule */
export function describeAttributes(isOptional: boolean, show: Show): INodeProperties[] {
	const [, ...ways] = describePropertySource(source, show);
	return [
		{ ...toProperty(sourceChoice(isOptional)), displayOptions: { show } },
		{
			...toProperty(attributeRows),
			displayOptions: { show: { ...show, attributesSource: ['rows'] } },
		},
		...ways,
	];
}

/**
 * @returns the attributes for the item at hand, undefined where the form sends none
 * @throws InvalidInput where a value cannot become what Braze takes
 */
export function readAttributes(
	parameters: ItemParameters,
	writing: WriteContext,
): IDataObject | undefined {
	const written = readChosen(parameters, writing);
	if (!written) return undefined;
	checkPhoneForm(written.phone, parameters, PHONE);
	tellNestedNull(written, parameters);
	tellNearFields(written, parameters);
	tellUnknownPlaces(written, parameters);
	tellNothing(written, parameters);
	return written;
}

/** A profile may be made that has nothing but its user, and any other one stays as it is, which Braze reports as a success. */
function tellNothing(written: IDataObject, { hint }: Pick<ItemParameters, 'hint'>): void {
	if (Object.keys(written).some((key) => !flagKeys.includes(key))) return;
	hint(
		'The attributes of an item came to nothing, so that its user alone went out: Braze changes nothing of a profile that it has. Check where User Attributes come from',
	);
}

interface FormSettings extends ValueSettings {
	/** The form says that an object replaces the stored one. */
	replacesObjects: boolean;
}

function readChosen(
	parameters: ItemParameters,
	{ timezone }: WriteContext,
): IDataObject | undefined {
	const chosen = parameters.read('attributesSource');
	if (chosen === 'none') return undefined;
	if (!sending.includes(chosen as string)) {
		throw new InvalidInput(
			LABEL,
			`cannot be ${quote(chosen)}`,
			`Choose one of none, ${sending.join(', ')}`,
		);
	}
	const settings = parameters.once(source, () => readSettings(parameters, timezone));
	if (chosen === 'rows') {
		const rows = writeRows(parameters.read('attributeRows'), timezone);
		tellTextForNumber(rows, parameters);
		tellOneForSeveral(rows, parameters);
		const written = toAttributes(rows.attributes, settings);
		if (!rows.mergesObjects) return written;
		if (!settings.replacesObjects) return { [MERGES]: true, ...written };
		throw new InvalidInput(
			'Merge Objects',
			'is off, and a row sets a Nested Key, which would then remove all other keys of its object',
			'Turn it on, or set the whole object in one row',
		);
	}
	const given = readPropertySource(source, parameters) ?? {};
	const isInput = chosen !== 'json' && chosen !== 'pairs';
	const values = isInput ? fromInputFields(given, chosen === 'selectedInputFields') : given;
	return toAttributes(values, settings);
}

/** Braze finds no object whose number it is asked for as a text, and reports success. */
function tellTextForNumber(
	{ textForNumber }: WrittenRows,
	{ hint }: Pick<ItemParameters, 'hint'>,
): void {
	if (textForNumber === undefined) return;
	hint(
		'An Identifier Value of this run looks like a number and went out as text. Where the objects of the list hold it as a number, Braze finds none and says nothing of it: choose Number as the Type of that row',
	);
}

/** Braze would keep one odd entry, or find none to take out and report success. */
function tellOneForSeveral(
	{ oneForSeveral }: WrittenRows,
	{ hint }: Pick<ItemParameters, 'hint'>,
): void {
	if (oneForSeveral === undefined) return;
	hint(
		`What went into the list ${quote(oneForSeveral)} or out of it is one entry that holds semicolons. Where they stand between entries, give a list instead, such as {{ $json.interests.split(';') }}`,
	);
}

function readSettings({ read }: ItemParameters, timezone: string): FormSettings {
	const more = read('additionalFields');
	const { emptyTexts, nestedTimes, mergeObjects } = isObject(more) ? more : ({} as IDataObject);
	const choice = emptyTexts === 'leave' || emptyTexts === 'remove' ? emptyTexts : 'send';
	return {
		timezone,
		emptyTexts: choice,
		replacesObjects: mergeObjects !== undefined && booleanOf(mergeObjects) === false,
		nestedTimes: toPaths(nestedTimes, 'Times Inside Objects'),
	};
}
