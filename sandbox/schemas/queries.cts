import { object, oneOf, type JsonSchema } from './json-schema.cts';
import { CAMPAIGN_ID_FAULT, CANVAS_ID_FAULT } from './requests.cts';

/** Whole numbers and booleans come as text in a query. */
const wholeNumber: JsonSchema = { type: 'string', format: 'whole-number' };
const flag = oneOf('true', 'false');
const dateTime: JsonSchema = { type: 'string', format: 'strict-iso-date-time' };
const id: JsonSchema = { type: 'string', minLength: 1 };

const page = { page: wholeNumber, sort_direction: oneOf('asc', 'desc') };

const editedAfter: JsonSchema = { type: 'string', format: 'local-date-time' };

function detailsQuery(path: string, key: string, fault: string): JsonSchema {
	const flags = { post_launch_draft_version: flag, include_has_translatable_content: flag };
	return object(path, { [key]: id, ...flags }, [key], { brazeErrors: { required: fault } });
}

function pagedQuery(path: string): JsonSchema {
	return object(path, { ...page, include_archived: flag, 'last_edit.time[gt]': editedAfter });
}

/** The query of each GET endpoint, by path. */
export const querySchemas = {
	'/campaigns/list': pagedQuery('/campaigns/list'),
	'/campaigns/details': detailsQuery('/campaigns/details', 'campaign_id', CAMPAIGN_ID_FAULT),
	'/canvas/list': pagedQuery('/canvas/list'),
	'/canvas/details': detailsQuery('/canvas/details', 'canvas_id', CANVAS_ID_FAULT),
	'/segments/list': object('/segments/list', page),
	'/templates/email/list': object('/templates/email/list', {
		modified_after: dateTime,
		modified_before: dateTime,
		limit: wholeNumber,
		offset: wholeNumber,
	}),
	'/messages/scheduled_broadcasts': object(
		'/messages/scheduled_broadcasts',
		{ end_time: dateTime },
		['end_time'],
	),
} satisfies Record<string, JsonSchema>;
