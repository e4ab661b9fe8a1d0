import { OFFSET_PAGE } from '../../limits.cts';
import { isWithin, offsetPage, type OffsetRules } from '../../lists.cts';
import { keys, string } from '../../schemas/json-schema.cts';
import { queryTime } from '../../schemas/queries.cts';
import { LONG_AGO } from '../../workspace/dates.cts';
import type { Endpoint } from '../endpoint.cts';

const LIMIT_RANGE = `limit must be between 1 and ${OFFSET_PAGE.max}`;

// Braze's words are known for an offset of 0 alone.
const RULES: OffsetRules = {
	size: OFFSET_PAGE,
	limitInvalid: 'limit must be a whole number',
	limitTooSmall: LIMIT_RANGE,
	limitTooLarge: LIMIT_RANGE,
	offsetInvalid: 'offset must be a whole number',
	offsetZero: 'Offset must be greater than 0.',
};

/** GET /templates/email/list: no message in its answer. */
export const getEmailTemplates: Endpoint = {
	method: 'GET',
	path: '/templates/email/list',
	permission: 'templates.email.list',
	query: keys({
		modified_after: queryTime,
		modified_before: queryTime,
		limit: string,
		offset: string,
	}),
	success: 200,
	handle({ query, workspace }) {
		const found = workspace.emailTemplates
			.all()
			.map((template) => ({
				email_template_id: template.email_template_id,
				template_name: template.template_name,
				created_at: template.created_at ?? LONG_AGO,
				updated_at: template.updated_at ?? template.created_at ?? LONG_AGO,
				tags: template.tags ?? [],
			}))
			.filter(({ updated_at: at }) => isWithin(at, query.modified_after, query.modified_before));
		const templates = offsetPage(found, query, RULES);
		return { body: { count: templates.length, templates } };
	},
};
