import type { IDataObject } from 'n8n-workflow';

import { noun } from '../../pipeline/effect';
import type { Part } from '../../pipeline/part';
import { joinObjects } from '../../schema/convert';
import { describeProfile, joinSameProfiles, readProfile } from './index';
import type { IdentifierKind, ProfileNaming } from './index';

/** Profiles in one request of the endpoints that change identities (Braze docs). */
export const MAX_PROFILES_PER_REQUEST = 50;

/** The entries of an endpoint that has a list for each kind of identifier. */
export interface ProfileEntries {
	naming: ProfileNaming;
	/** Key of the list for each kind. */
	lists: Partial<Record<IdentifierKind, string>>;
	/** Kinds whose identifier itself is the entry; it stands in an object under its key otherwise. */
	bare?: readonly IdentifierKind[];
	/** What each entry holds besides. */
	parts?: Part[];
}

/** @returns the profile that each input item names, one kind of identifier a request; the same one twice is asked for once */
export function profileEntries({ naming, lists, bare = [], parts = [] }: ProfileEntries): Part {
	return {
		describe: (show) => [
			...parts.flatMap((part) => part.describe(show)),
			...describeProfile(naming, show),
		],
		entries: (parameters, writing) => {
			const { kind, wire, key } = readProfile(naming, parameters);
			const more = parts.reduce<IDataObject>(
				(all, part) =>
					joinObjects(all, part.write?.(parameters, writing).wire ?? {}, 'Additional JSON'),
				{},
			);
			const named = bare.includes(kind) ? wire[naming.keys[kind] as string] : { ...more, ...wire };
			return [{ list: lists[kind] as string, wire: named as IDataObject | string, key }];
		},
		checkEntries: ({ entries }) => {
			for (const { wire } of entries) {
				for (const part of parts) part.check?.({ wire: wire as IDataObject, kept: {} });
			}
		},
		batch: {
			lists: Object.values(lists),
			most: MAX_PROFILES_PER_REQUEST,
			noun: noun('user'),
			oneList: true,
			join: joinSameProfiles,
		},
	};
}
