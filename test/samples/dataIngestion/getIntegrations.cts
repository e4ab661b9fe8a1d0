import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { returnAll: true },
	wire: [{ method: 'GET', path: '/cdi/integrations' }],
	output: [
		expect.objectContaining({ integration_type: 'custom_attributes', last_job_status: null }),
		expect.objectContaining({ integration_type: 'purchases' }),
	],
};
