import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { returnAll: true },
	wire: [{ method: 'GET', path: '/preference_center/v1/list' }],
	output: [expect.objectContaining({ name: 'news_preferences' })],
};
