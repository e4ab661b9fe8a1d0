import { byId, MEMBERS } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		segmentId: byId(MEMBERS),
		fieldsToExport: ['external_id', 'email'],
		additionalFields: { customAttributesToExport: ['orders'] },
	},
	wire: [
		{
			method: 'POST',
			path: '/users/export/segment',
			body: {
				segment_id: MEMBERS,
				fields_to_export: ['external_id', 'email'],
				custom_attributes_to_export: ['orders'],
			},
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
