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
