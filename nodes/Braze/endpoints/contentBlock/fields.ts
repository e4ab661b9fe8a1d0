import { fromListOrById } from '../../parts/identifiers';
import type { BrazeField } from '../../schema/field';

/** Largest content in bytes (Braze docs: smaller than 50 KB). */
const MAX_CONTENT_BYTES = 51_199;

/** Longest name and description in characters (Braze docs: shorter than 100 and 250). */
const MAX_NAME_CHARACTERS = 99;
const MAX_DESCRIPTION_CHARACTERS = 249;

export const contentBlockId: BrazeField = {
	displayName: 'Content Block',
	name: 'contentBlockId',
	type: 'resourceLocator',
	identifier: true,
	required: true,
	default: { mode: 'list', value: '' },
	modes: fromListOrById('searchContentBlocks'),
	description: 'Content Block that this is about',
};

export const name: BrazeField = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. footer_with_address',
	maxLength: MAX_NAME_CHARACTERS,
	pattern: /^[A-Za-z0-9_-]+$/,
	patternHint: 'Use letters, digits, _ and - only',
	description: 'Name by which messages include the block; the workspace has no other of that name',
};

export const content: BrazeField = {
	displayName: 'Content',
	name: 'content',
	type: 'string',
	required: true,
	default: '',
	typeOptions: { editor: 'htmlEditor', rows: 10 },
	maxBytes: MAX_CONTENT_BYTES,
	liquid: true,
	description: 'HTML or text, smaller than 50 KB',
};

export const description: BrazeField = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	maxLength: MAX_DESCRIPTION_CHARACTERS,
	description: 'What the block is for, as the dashboard shows it',
};

export const state: BrazeField = {
	displayName: 'State',
	name: 'state',
	type: 'options',
	default: 'active',
	description: 'Whether messages can include the block yet',
	options: [
		{ name: 'Active', value: 'active' },
		{ name: 'Draft', value: 'draft' },
	],
};

/** Its choice of nothing is the usual one: Braze tells nobody the state that a block has. */
export const stateOnUpdate: BrazeField = {
	...state,
	default: 'leaveOut',
	wireKey: null,
	sends: { active: { state: 'active' }, draft: { state: 'draft' } },
	description:
		'Braze does not tell the state of a block. Left out, it may make a draft active; an active block cannot become a draft',
	options: [...(state.options ?? []), { name: 'Leave Out', value: 'leaveOut' }],
};
