import type { BrazeField } from '../schema/field';

export const postLaunchDraft: BrazeField = {
	displayName: 'Draft After Launch',
	name: 'postLaunchDraftVersion',
	type: 'boolean',
	default: false,
	description: 'Whether to get the draft that was made after the launch, where there is one',
};

export const translatableContent: BrazeField = {
	displayName: 'Include Translatable Content',
	name: 'includeHasTranslatableContent',
	type: 'boolean',
	default: false,
	description: 'Whether to tell for each message if it has content to translate',
};
