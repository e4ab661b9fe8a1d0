import { byId, INTEGRATION } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { integrationId: byId(INTEGRATION) },
	wire: [{ method: 'POST', path: `/cdi/integrations/${INTEGRATION}/sync` }],
	output: [{ message: 'success', queued: true }],
};
