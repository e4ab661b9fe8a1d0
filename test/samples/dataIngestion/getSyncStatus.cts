import { byId, FULL_KEY, INTEGRATION } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { integrationId: byId(INTEGRATION), returnAll: true },
	arrange: async ({ url }) => {
		await fetch(`${url}/cdi/integrations/${INTEGRATION}/sync`, {
			method: 'POST',
			headers: { authorization: `Bearer ${FULL_KEY}` },
		});
	},
	wire: [{ method: 'GET', path: `/cdi/integrations/${INTEGRATION}/job_sync_status` }],
	output: [expect.objectContaining({ job_status: 'running', sync_finish_time: null })],
};
