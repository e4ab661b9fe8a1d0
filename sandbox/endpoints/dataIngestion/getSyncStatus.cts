import { BrazeError } from '../../errors.cts';
import { cursorPage } from '../../lists.cts';
import { INTEGRATIONS_PAGE_SIZE } from '../../limits.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import { knownIntegration, syncStatus } from '../../workspace/integrations.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /cdi/integrations/{integration_id}/job_sync_status: the latest sync first. */
export const getSyncStatus: Endpoint = {
	method: 'GET',
	path: '/cdi/integrations/{integration_id}/job_sync_status',
	permission: 'cdi.integration_job_status',
	rateLimit: 'syncStatusesPerMinute',
	query: keys({ cursor: identifier }),
	success: 200,
	handle(call) {
		const { params, workspace } = call;
		const { syncs = [] } = knownIntegration(workspace, params.integration_id);
		const now = workspace.clock.now();
		const { items, headers } = cursorPage(
			call,
			syncs.map((start) => syncStatus(start, now)),
			() => new BrazeError(400, 'Invalid cursor'),
			INTEGRATIONS_PAGE_SIZE,
		);
		return { body: { results: items, message: 'success' }, headers };
	},
};
