import type { IDataObject } from 'n8n-workflow';

import { isObject, joinObjects, setKeyOnce } from '../../schema/convert';
import type { BrazeField } from '../../schema/field';
import { remembered } from '../../schema/remembered';
import type { WriteContext } from '../../schema/writeContext';
import { noun } from '../../pipeline/effect';
import type { Batch, Part } from '../../pipeline/part';
import type { ItemParameters } from '../../pipeline/read/parameters';
import { optionOf } from '../../pipeline/read/options';
import type { Entry } from '../../pipeline/request';
import { InvalidInput, quote } from '../../schema/invalidInput';
import { toInstant } from '../../schema/time';
import { attributeSettings, describeAttributes, readAttributes } from '../attributes';
import { checkAttributes, checkName } from '../attributes/check';
import { onlyChanged, refuseUnknown } from '../attributes/lookup/options';
import { joinAttributes } from '../attributes/operations';
import { identifierKeys, MERGES } from '../attributes/profileFields';
import { ordersPlacedTwice } from '../ecommerce/orderTwice';
import { additionalFields } from '../fields';
import { describeProfile, namedUser, plainNaming, readProfile } from '../profile';
import type { NamedProfile } from '../profile';
import { EXPORTS_PER_MINUTE } from '../userExport/naming';
import { trackNaming } from './naming';
import { trackLists } from './properties';
import { appId, describeExistingOnly, readExistingOnly, time } from './settings';

/** Objects in one request to /users/track, all lists together (Braze docs). */
export const MAX_TRACKED_OBJECTS = 75;

const batch: Batch = {
	lists: trackLists,
	most: MAX_TRACKED_OBJECTS,
	noun: noun('object'),
	join: joinAttributes,
	recipient: namedUser,
};

const attributesEntry = (named: NamedProfile, wire: IDataObject): Entry => ({
	list: 'attributes',
	key: named.key,
	wire,
});

/** An address or a number that stands alone names the user; beside another identifier it is a profile field. */
const namingKeys = (wire: IDataObject): readonly string[] =>
	identifierKeys.some((key) => key in wire) ? identifierKeys : addressKeys;

const addressKeys = ['email', 'phone'];

function checkEntry(entry: Entry, parts: Part[]): void {
	const wire = entry.wire as IDataObject;
	if (entry.list === 'attributes') {
		checkAttributes(wire, namingKeys(wire));
		return;
	}
	for (const part of parts) part.check?.({ wire, kept: {} });
}

/** @returns the part that writes attributes of a user, one object an item */
export function trackedAttributes(): Part {
	const more = additionalFields(...attributeSettings);
	return {
		describe: (show) => [
			...describeProfile(trackNaming, show),
			...describeAttributes(false, show),
			...describeExistingOnly(show),
			...more.describe(show),
		],
		write: (parameters) => ({
			kept: {
				onlyChanged: optionOf(onlyChanged, parameters),
				refuseUnknown: optionOf(refuseUnknown, parameters),
			},
		}),
		entries: (parameters, writing) => {
			const named = readProfile(trackNaming, parameters);
			if (optionOf(onlyChanged, parameters)) checkComparable(named);
			const given = readAttributes(parameters, writing) ?? {};
			const flags = {
				...readExistingOnly(named, parameters),
				...more.write?.(parameters, writing).wire,
			};
			return [attributesEntry(named, withFlags(named, given, flags))];
		},
		checkEntries: ({ entries }) => entries.forEach((entry) => checkEntry(entry, [])),
		batch,
		options: [onlyChanged, refuseUnknown],
	};
}

/** @throws InvalidInput for a user whose profile cannot be read together with others */
function checkComparable({ kind }: NamedProfile): void {
	if (kind === 'externalUserId' || kind === 'userAlias') return;
	throw new InvalidInput(
		onlyChanged.displayName,
		'compares users named by external user ID or alias only',
		`Turn it off: others can be read one a request, ${EXPORTS_PER_MINUTE} a minute`,
	);
}

/**
 * The object as it goes out, with what names the user first. A flag that the form gives wins over one that JSON brings; an
 * attribute must not name the user another time.
 */
function withFlags(named: NamedProfile, given: IDataObject, flags: IDataObject): IDataObject {
	const wire: IDataObject = { ...named.wire };
	const merges = flags[MERGES] ?? given[MERGES];
	if (merges !== undefined) wire[MERGES] = merges;
	for (const key of Object.keys(flags)) {
		if (key !== MERGES) setKeyOnce(wire, key, flags[key], 'Additional JSON');
	}
	for (const key of Object.keys(given)) {
		if (key === MERGES) continue;
		const value = given[key];
		if (Object.hasOwn(named.wire, key) && isSameName(key, named.wire[key], value)) continue;
		checkName(key);
		if (Object.hasOwn(named.wire, key)) throw namesOther(key, named.wire[key], value);
		setKeyOnce(wire, key, value, 'User Attributes');
	}
	return wire;
}

/** A table may have blanks around an address, and a number with other signs or as a number. */
const isSameName = (key: string, name: unknown, value: unknown): boolean =>
	name === value || plainNaming(key, String(name)) === plainNaming(key, String(value));

const namesOther = (key: string, name: unknown, value: unknown): InvalidInput =>
	new InvalidInput(
		'User Attributes',
		`hold ${quote(value)} as ${key}, and the user is named by the ${key} ${quote(name)}`,
		`Leave it out of the attributes, or name the user by external user ID to change the ${key}`,
	);

/** What happened long ago would count as happening now, and start what waits for it. */
function tellUndated(event: IDataObject, { raw, once, hint }: ItemParameters): void {
	if (event.time !== undefined) return;
	const isAdded = once(tellUndated, () => {
		const more = raw('additionalFields');
		return isObject(more) && Object.hasOwn(more, time.name);
	});
	if (!isAdded) return;
	hint(
		`'${time.displayName}' came to nothing, so that what happened went out as happening now. Where it did not, correct the expression or leave such items out`,
	);
}

/** The instant that counts as now, as Braze takes it. */
const startOf = remembered(({ startedAt, timezone }: WriteContext) =>
	toInstant(startedAt, timezone, time.displayName),
);

/**
 * @param list that the object stands in
 * @param parts the form of the object, in order
 * @param furtherFields fields of the object that stand behind *Add Field*
 * @returns the part that writes an event or a purchase of a user, and attributes of the same user beside it
 */
export function trackedEvent(
	list: 'events' | 'purchases',
	parts: Part[],
	furtherFields: BrazeField[] = [],
): Part {
	const more = additionalFields(appId, ...attributeSettings, ...furtherFields, time);
	const all = [...parts, more];
	const writeEvent = (parameters: ItemParameters, writing: WriteContext): IDataObject => {
		const event: IDataObject = {};
		for (const part of parts) add(event, part.write?.(parameters, writing).wire ?? nothing);
		return event;
	};
	return {
		describe: (show) => [
			...describeProfile(trackNaming, show),
			...parts.flatMap((part) => part.describe(show)),
			...describeAttributes(true, show),
			...describeExistingOnly(show),
			...more.describe(show),
		],
		entries: (parameters, writing) => {
			const named = readProfile(trackNaming, parameters);
			const further = more.write?.(parameters, writing).wire ?? nothing;
			const existingOnly = readExistingOnly(named, parameters);
			const event = writeEvent(parameters, writing);
			add(event, existingOnly);
			add(event, further, MERGES);
			tellUndated(event, parameters);
			const entry = { list, wire: { ...named.wire, time: startOf(writing), ...event } };
			const attributes = readAttributes(parameters, writing);
			if (!attributes || Object.keys(attributes).length === 0) return [entry];
			const merges = further[MERGES];
			const flags = { ...existingOnly, ...(merges === undefined ? {} : { [MERGES]: merges }) };
			return [entry, attributesEntry(named, withFlags(named, attributes, flags))];
		},
		checkEntries: ({ entries }) => entries.forEach((entry) => checkEntry(entry, all)),
		checkRun: ordersPlacedTwice,
		batch,
	};
}

/** Adds what a part gives of an event, but for one key; two parts may give keys of the same properties. */
function add(event: IDataObject, given: IDataObject, except?: string): void {
	for (const key of Object.keys(given)) {
		if (key === except) continue;
		const first = event[key];
		const second = given[key];
		if (key === 'properties' && isObject(first) && isObject(second)) {
			event.properties = joinObjects(first, second, 'Additional JSON');
		} else {
			setKeyOnce(event, key, second, 'Additional JSON');
		}
	}
}

const nothing: IDataObject = {};
