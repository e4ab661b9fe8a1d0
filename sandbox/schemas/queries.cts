import { oneOf, type JsonSchema } from './json-schema.cts';

/** Whole numbers and booleans come as text in a query. */
export const wholeNumber: JsonSchema = { type: 'string', format: 'whole-number' };
export const flag = oneOf('true', 'false');
export const queryTime: JsonSchema = { type: 'string', format: 'strict-iso-date-time' };

/** A list of pages of a fixed size. */
export const page = { page: wholeNumber };

export const sortDirection = { sort_direction: oneOf('asc', 'desc') };

/** The list of campaigns and that of Canvases. */
export const editedList = {
	...page,
	...sortDirection,
	include_archived: flag,
	'last_edit.time[gt]': { type: 'string', format: 'edit-time' } as JsonSchema,
};

/** What the details of a campaign and of a Canvas can be asked for beside its id. */
export const detailFlags = {
	post_launch_draft_version: flag,
	include_has_translatable_content: flag,
};
