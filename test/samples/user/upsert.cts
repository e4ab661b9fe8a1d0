import type { Sample } from '../sample.cts';

const row = (attribute: string, more: object) => ({
	attribute: { __rl: true, mode: 'name', value: attribute },
	...more,
});

export const sample: Sample = {
	form: {
		userIdentifier: 'externalUserId',
		externalUserId: '={{ $json.id }}',
		attributesSource: 'rows',
		attributeRows: {
			row: [
				row('first_name', { change: 'set', value: '={{ $json.name }}' }),
				row('loyalty_points', { change: 'increment', value: '={{ $json.points }}' }),
				row('address', { change: 'set', nestedKey: 'city', value: 'Ghent' }),
			],
		},
	},
	items: [
		{ id: 'user-001', name: 'User', points: 5 },
		{ id: 'user-101', name: 'Other', points: -2 },
	],
	wire: [
		{
			method: 'POST',
			path: '/users/track',
			body: {
				attributes: [
					{
						external_id: 'user-001',
						_merge_objects: true,
						first_name: 'User',
						loyalty_points: { inc: 5 },
						address: { city: 'Ghent' },
					},
					{
						external_id: 'user-101',
						_merge_objects: true,
						first_name: 'Other',
						loyalty_points: { inc: -2 },
						address: { city: 'Ghent' },
					},
				],
			},
		},
	],
	output: [
		{ message: 'success', attributes_processed: 1, recipient: { external_id: 'user-001' } },
		{ message: 'success', attributes_processed: 1, recipient: { external_id: 'user-101' } },
	],
};
