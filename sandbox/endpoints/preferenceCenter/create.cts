import { keys } from '../../schemas/json-schema.cts';
import { centerKeys, PAGES } from '../../schemas/preference-center.cts';
import { isoSeconds } from '../../workspace/dates.cts';
import { newId } from '../../workspace/ids.cts';
import type { PreferenceCenter } from '../../workspace/preference-centers.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /preference_center/v1 */
export const createPreferenceCenter: Endpoint = {
	method: 'POST',
	path: '/preference_center/v1',
	permission: 'preference_center.update',
	rateLimit: 'preferenceCenterWritesPerMinute',
	body: keys({ name: { type: 'string', pattern: '^[A-Za-z0-9_-]+$' }, ...centerKeys }, [
		'name',
		...PAGES,
	]),
	success: 201,
	handle({ body, workspace, note }) {
		const given = body as unknown as PreferenceCenter;
		const isTaken = workspace.preferenceCenters.all().some(({ name }) => name === given.name);
		if (isTaken) note(`there is a preference center named ${given.name} already`);
		const createdAt = isoSeconds(workspace.clock.now());
		const center = { ...given, preference_center_api_id: newId(), created_at: createdAt };
		workspace.preferenceCenters.add(center);
		return {
			body: {
				preference_center_api_id: center.preference_center_api_id,
				liquid_tag: `{{preference_center.\${${center.name}}}}`,
				created_at: createdAt,
				message: 'success',
			},
		};
	},
};
