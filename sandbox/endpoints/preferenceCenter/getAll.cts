import { createdAt, lastEdited } from '../../workspace/dates.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /preference_center/v1/list: all of them, without a message key. */
export const getPreferenceCenters: Endpoint = {
	method: 'GET',
	path: '/preference_center/v1/list',
	permission: 'preference_center.list',
	rateLimit: 'preferenceCenterReadsPerMinute',
	success: 200,
	handle({ workspace }) {
		const centers = workspace.preferenceCenters.all().map((center) => ({
			name: center.name,
			preference_center_api_id: center.preference_center_api_id,
			created_at: createdAt(center),
			updated_at: lastEdited(center),
		}));
		return { body: { preference_centers: centers } };
	},
};
