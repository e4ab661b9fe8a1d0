import type { IDataObject } from 'n8n-workflow';

import { joinObjects } from '../schema/convert';
import type { WriteContext } from '../schema/writeContext';
import type { Batch, Part } from '../pipeline/part';
import { canonicalJson } from '../pipeline/plan/canonicalJson';
import type { ItemParameters } from '../pipeline/read/parameters';

/** Two entries that ask for the same become one. */
export const joinEqual: NonNullable<Batch['join']> = (earlier, later) =>
	earlier.list === later.list && canonicalJson(earlier.wire) === canonicalJson(later.wire)
		? earlier
		: undefined;

/** What an entry of a list is made of. */
export interface EntryDeclaration {
	/** Key of the list in the body. */
	list: string;
	/** Tells two entries of the same thing apart, where Braze would merge or refuse them. */
	key?: (wire: IDataObject) => string;
	/** Further things that an entry changes. */
	alsoKeys?: (wire: IDataObject) => string[];
	parts: Part[];
}

/** @returns a list whose entries come one from each input item and share requests */
export function entries(
	{ list, key, alsoKeys, parts }: EntryDeclaration,
	batch: Omit<Batch, 'lists'>,
): Part {
	const writeEntry = (parameters: ItemParameters, writing: WriteContext): IDataObject =>
		parts.reduce<IDataObject>((wire, part) => {
			const written = part.write?.(parameters, writing).wire;
			return written ? joinObjects(wire, written, 'Additional JSON') : wire;
		}, {});
	return {
		describe: (show) => parts.flatMap((part) => part.describe(show)),
		entries: (parameters, writing) => {
			const wire = writeEntry(parameters, writing);
			return [
				{
					list,
					wire,
					...(key ? { key: key(wire) } : {}),
					...(alsoKeys ? { alsoKeys: alsoKeys(wire) } : {}),
				},
			];
		},
		checkEntries: (call) => {
			for (const { wire } of call.entries) {
				for (const part of parts) part.check?.({ wire: wire as IDataObject, kept: {} });
			}
		},
		batch: { ...batch, lists: [list] },
		takesLiquid: parts.some((part) => part.takesLiquid),
	};
}
