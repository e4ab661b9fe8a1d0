import { BrazeError } from '../../errors.cts';
import { cursorPage } from '../../lists.cts';
import { INTEGRATIONS_PAGE_SIZE } from '../../limits.cts';
import { idOf } from '../../reports/numbers.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import { isoSeconds } from '../../workspace/dates.cts';
import { isSyncing } from '../../workspace/integrations.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /cdi/integrations */
export const getIntegrations: Endpoint = {
	method: 'GET',
	path: '/cdi/integrations',
	permission: 'cdi.integration_list',
	rateLimit: 'integrationListsPerMinute',
	query: keys({ cursor: identifier }),
	success: 200,
	handle(call) {
		const { workspace } = call;
		const now = workspace.clock.now();
		const { items, headers } = cursorPage(
			call,
			workspace.integrations.all(),
			() => new BrazeError(400, 'Invalid cursor'),
			INTEGRATIONS_PAGE_SIZE,
		);
		const results = items.map((integration) => {
			const { syncs = [], contact_emails: emails = [], ...rest } = integration;
			const [last] = syncs;
			return {
				...rest,
				app_group_id: idOf('workspace'),
				integration_status: 'active',
				contact_emails: emails,
				last_updated_at: null,
				last_job_start_time: last === undefined ? null : isoSeconds(last),
				last_job_status:
					last === undefined ? null : isSyncing(integration, now) ? 'running' : 'success',
				next_scheduled_run: null,
			};
		});
		return { body: { results, message: 'success' }, headers };
	},
};
