import { BrazeError } from '../../errors.cts';
import { idOf } from '../../reports/numbers.cts';
import { knownPreferenceCenter } from '../../workspace/preference-centers.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /preference_center/v1/{id}/url/{user}: an address for one user. */
export const getPreferenceCenterUrl: Endpoint = {
	method: 'GET',
	path: '/preference_center/v1/{preference_center_api_id}/url/{user_id}',
	permission: 'preference_center.user.get',
	rateLimit: 'preferenceCenterReadsPerMinute',
	success: 200,
	handle({ params, workspace }) {
		const { preference_center_api_id: id, user_id: userId } = params;
		knownPreferenceCenter(workspace, id);
		if (!workspace.users.find({ external_user_id: userId })) {
			throw new BrazeError(404, 'User not found');
		}
		const url = `https://preferences.example.com/${idOf(id, userId)}`;
		return { body: { preference_center_url: url } };
	},
};
