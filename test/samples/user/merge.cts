import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		mergeUserIdentifier: 'email',
		mergeEmail: '={{ $json.email }}',
		mergePrioritization: ['unidentified', 'most_recently_updated'],
		keepUserIdentifier: 'externalUserId',
		keepExternalUserId: '={{ $json.id }}',
	},
	items: [{ email: 'user-001@example.com', id: 'user-001' }],
	wire: [
		{
			method: 'POST',
			path: '/users/merge',
			body: {
				merge_updates: [
					{
						identifier_to_merge: {
							email: 'user-001@example.com',
							prioritization: ['unidentified', 'most_recently_updated'],
						},
						identifier_to_keep: { external_id: 'user-001' },
					},
				],
			},
		},
	],
	output: [
		{
			message: 'success',
			queued: true,
			identifier_to_merge: {
				email: 'user-001@example.com',
				prioritization: ['unidentified', 'most_recently_updated'],
			},
			identifier_to_keep: { external_id: 'user-001' },
		},
	],
};
