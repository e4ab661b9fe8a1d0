import type { IDataObject } from 'n8n-workflow';

import { isObject, setKey } from '../../../schema/convert';
import { isOperation } from '../operations';
import { isAttribute, MERGES, profileFieldOf } from '../profileFields';
import { isSameValue } from './sameValue';

/** What is written to a user, and what of it changes: before is absent where it was not known or not there. */
export interface Differences {
	wire: IDataObject;
	changed: IDataObject;
}

/** A profile as it was read, kept up with what a run writes to it. */
export class KnownProfile {
	private readonly values: IDataObject;
	/** Attributes that were changed in a way whose result is not known. */
	private readonly unsure = new Set<string>();
	/** Attributes that the run writes: an item that wants the same value waits for the same answer. */
	private readonly written = new Set<string>();

	/**
	 * @param user of an export
	 * @param key of the entries that write to it, whichever of its names they have
	 */
	constructor(
		user: IDataObject,
		readonly key: string,
	) {
		const { custom_attributes: custom, ...fields } = user;
		// a custom attribute may have the name of something else that an export gives
		const written = Object.entries(fields).filter(([key]) => profileFieldOf(key));
		this.values = { ...(isObject(custom) ? custom : {}), ...Object.fromEntries(written) };
	}

	/** @returns what of an attributes object differs from the profile, which then counts as written */
	differences(object: IDataObject): Differences {
		const wire: IDataObject = {};
		const changed: IDataObject = {};
		const merges = object[MERGES] === true;
		for (const [key, value] of Object.entries(object)) {
			if (!isAttribute(key)) {
				setKey(wire, key, value);
				continue;
			}
			const isKnown =
				!this.unsure.has(key) && (profileFieldOf(key)?.isExported ?? !profileFieldOf(key));
			const replaces = !isOperation(value) && !(merges && isObject(value));
			const before = Object.hasOwn(this.values, key) ? this.values[key] : undefined;
			const isSame = isKnown && replaces && isEqual(key, before, value);
			if (isSame && !this.written.has(key)) continue;
			setKey(wire, key, value);
			this.written.add(key);
			if (isSame) continue;
			setKey(changed, key, {
				...(isKnown && before !== undefined ? { before } : {}),
				after: value,
			});
			if (replaces) setKey(this.values, key, value);
			if (replaces) this.unsure.delete(key);
			else this.unsure.add(key);
		}
		return { wire, changed };
	}
}

function isEqual(key: string, before: unknown, after: unknown): boolean {
	if (before === undefined || before === null) return after === null;
	if (key === 'email' && typeof before === 'string' && typeof after === 'string') {
		return before.toLowerCase() === after.toLowerCase();
	}
	return isSameValue(before, after);
}
