import type { IDataObject } from 'n8n-workflow';

import { isAbsent } from '../schema/convert';
import type { BrazeField } from '../schema/field';

export const tags: BrazeField = {
	displayName: 'Tags',
	name: 'tags',
	type: 'string',
	default: [],
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Tag' },
	description: 'Tags of the workspace; Braze refuses a tag that it does not have',
};

/** Tags that replace those that are there; an empty list, which takes them away, cannot be told from none in the form. */
export const newTags: BrazeField = {
	...tags,
	description:
		'Tags of the workspace that replace the old ones; "tags": [] in Additional JSON removes all',
};

/**
 * @param entry of Braze, whose tags may be a list with null in it, null, or a text where pages disagree
 * @returns the same with its tags as a list of texts, where it has any
 */
export function withTagList(entry: IDataObject): IDataObject {
	if (!('tags' in entry)) return entry;
	const { tags: given } = entry;
	const all = (Array.isArray(given) ? given : [given]) as unknown[];
	return { ...entry, tags: all.filter((tag) => !isAbsent(tag)).map(String) };
}
