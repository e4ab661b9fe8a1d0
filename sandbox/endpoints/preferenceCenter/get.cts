import { createdAt, lastEdited } from '../../workspace/dates.cts';
import { knownPreferenceCenter } from '../../workspace/preference-centers.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /preference_center/v1/{id}: without a message key. */
export const getPreferenceCenter: Endpoint = {
	method: 'GET',
	path: '/preference_center/v1/{preference_center_api_id}',
	permission: 'preference_center.get',
	rateLimit: 'preferenceCenterReadsPerMinute',
	success: 200,
	handle({ params, workspace }) {
		const center = knownPreferenceCenter(workspace, params.preference_center_api_id);
		return {
			body: {
				name: center.name,
				preference_center_api_id: center.preference_center_api_id,
				created_at: createdAt(center),
				updated_at: lastEdited(center),
				preference_center_title: center.preference_center_title ?? 'Preference Center',
				preference_center_page_html: center.preference_center_page_html,
				confirmation_page_html: center.confirmation_page_html,
				redirect_page_html: null,
				preference_center_options: center.options ?? {},
				state: center.state ?? 'active',
			},
		};
	},
};
