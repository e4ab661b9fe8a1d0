import { knownSegment } from '../../reports/segments.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import { createdAt, lastEdited } from '../../workspace/dates.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /segments/details: `description` is what the filters say, `text_description` what a person typed. */
export const getSegment: Endpoint = {
	method: 'GET',
	path: '/segments/details',
	permission: 'segments.details',
	query: keys({ segment_id: identifier }, ['segment_id']),
	success: 200,
	handle({ query, workspace }) {
		const segment = knownSegment(workspace, query.segment_id);
		return {
			body: {
				message: 'success',
				created_at: createdAt(segment),
				updated_at: lastEdited(segment),
				name: segment.name,
				description:
					segment.users === 'all'
						? 'All users'
						: `External User ID is one of ${segment.users.length}`,
				text_description: `${segment.name} of the shop`,
				tags: segment.tags ?? [],
				teams: [],
			},
		};
	},
};
