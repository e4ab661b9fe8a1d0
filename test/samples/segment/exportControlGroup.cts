import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { fieldsToExport: ['external_id', 'custom_attributes'] },
	wire: [
		{
			method: 'POST',
			path: '/users/export/global_control_group',
			body: { fields_to_export: ['external_id', 'custom_attributes'] },
		},
	],
	output: [
		{
			message: 'success',
			object_prefix: expect.any(String),
			url: expect.stringMatching(/\.zip$/),
		},
	],
};
