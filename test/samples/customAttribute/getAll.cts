import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { returnAll: false, limit: 2 },
	wire: [{ method: 'GET', path: '/custom_attributes' }],
	output: [
		expect.objectContaining({ name: 'birthday_offer', data_type: 'Date or Time' }),
		expect.objectContaining({ name: expect.any(String), data_type: expect.any(String) }),
	],
};
