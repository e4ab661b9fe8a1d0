import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { returnAll: true },
	wire: [{ method: 'GET', path: '/events' }],
	output: [
		expect.objectContaining({ name: 'trial_started', tag_names: ['trial'] }),
		expect.objectContaining({ name: 'video_watched', included_in_analytics_report: false }),
	],
};
