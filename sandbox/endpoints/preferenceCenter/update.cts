import { keys } from '../../schemas/json-schema.cts';
import { centerKeys, PAGES } from '../../schemas/preference-center.cts';
import { createdAt, isoSeconds } from '../../workspace/dates.cts';
import { knownPreferenceCenter } from '../../workspace/preference-centers.cts';
import type { Endpoint } from '../endpoint.cts';

/** PUT /preference_center/v1/{id} */
export const updatePreferenceCenter: Endpoint = {
	method: 'PUT',
	path: '/preference_center/v1/{preference_center_api_id}',
	permission: 'preference_center.update',
	rateLimit: 'preferenceCenterWritesPerMinute',
	body: keys(centerKeys, PAGES),
	success: 200,
	handle({ body, params, workspace }) {
		const center = knownPreferenceCenter(workspace, params.preference_center_api_id);
		Object.assign(center, { preference_center_title: undefined }, body, {
			last_edited: isoSeconds(workspace.clock.now()),
		});
		return {
			body: {
				preference_center_api_id: center.preference_center_api_id,
				created_at: createdAt(center),
				updated_at: center.last_edited,
				message: 'success',
			},
		};
	},
};
