import { BrazeError } from '../../errors.cts';
import { isSyncing, knownIntegration } from '../../workspace/integrations.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /cdi/integrations/{integration_id}/sync: a 429 of its own while a sync runs, which is no rate limit. */
export const syncIntegration: Endpoint = {
	method: 'POST',
	path: '/cdi/integrations/{integration_id}/sync',
	permission: 'cdi.integration_sync',
	rateLimit: 'syncsPerMinute',
	success: 202,
	handle({ params, workspace }) {
		const integration = knownIntegration(workspace, params.integration_id);
		const now = workspace.clock.now();
		if (isSyncing(integration, now)) throw new BrazeError(429, 'Another job is in progress');
		integration.syncs = [now, ...(integration.syncs ?? [])];
		return done();
	},
};
