import type { DocumentedAnswer } from './answer.cts';

/** Transactional email and the rest. */
export const rest: DocumentedAnswer[] = [
	{
		title: 'a transactional email, without a message',
		operation: 'transactionalEmail.send',
		status: 201,
		body: { dispatch_id: 'd-1', status: 'sent', metadata: { external_send_id: 'x' } },
		output: [{ dispatch_id: 'd-1', status: 'sent', metadata: { external_send_id: 'x' } }],
	},
	{
		title: 'a send that Braze has already',
		operation: 'transactionalEmail.send',
		status: 400,
		body: { message: 'The external reference has been queued.  Please retry to obtain send_id.' },
		failure: 'has been queued',
	},
	{
		title: 'a copy, of which nothing but the status is documented',
		operation: 'canvas.duplicate',
		status: 202,
		output: [{ queued: true }],
	},
	{
		title: 'integrations that never ran',
		operation: 'dataIngestion.getIntegrations',
		status: 200,
		body: {
			message: 'success',
			results: [
				{
					integration_id: 'i-1',
					integration_name: 'One',
					last_updated_at: null,
					last_job_start_time: null,
					last_job_status: null,
					next_scheduled_run: null,
				},
			],
		},
		output: [
			{
				integration_id: 'i-1',
				integration_name: 'One',
				last_updated_at: null,
				last_job_start_time: null,
				last_job_status: null,
				next_scheduled_run: null,
			},
		],
	},
	{
		title: 'a sync beside one that runs, which is no rate limit',
		operation: 'dataIngestion.sync',
		status: 429,
		body: { message: 'Another job is in progress' },
		failure: 'Another job is in progress',
	},
	{
		title: 'keys of an app, without a message',
		operation: 'sdkAuthenticationKey.getAll',
		status: 200,
		body: { keys: [{ id: 'k-1', rsa_public_key: 'PEM', description: 'One', is_primary: true }] },
		output: [{ id: 'k-1', rsa_public_key: 'PEM', description: 'One', is_primary: true }],
	},
	{
		title: 'a deleted key, answered with those that are left',
		operation: 'sdkAuthenticationKey.delete',
		status: 200,
		body: { keys: [] },
		output: [{ key_id: '5d000000-0000-4000-8000-000000000002', deleted: true }],
	},
];
