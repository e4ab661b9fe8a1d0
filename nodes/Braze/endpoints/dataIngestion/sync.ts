import { fields } from '../../parts/fields';
import type { Operation } from '../../pipeline/operation';
import { integrationId } from './integrationId';
import { messageOfSuccess } from '../../pipeline/send/success';

export const syncIntegration: Operation = {
	resource: 'dataIngestion',
	value: 'sync',
	name: 'Sync',
	action: 'Sync data ingestion',
	description: 'Start a sync of an integration; Get Sync Status tells when it has ended',
	endpoint: {
		method: 'POST',
		path: '/cdi/integrations/{integration_id}/sync',
		permission: 'cdi.integration_sync',
		rateLimit: '20 a minute',
		effect: 'write',
		// while a sync runs a repeat is refused, but after it has ended a repeat syncs again
		repeat: 'unsafe',
		success: messageOfSuccess,
		withoutBody: true,
		parts: [fields(integrationId)],
		refusals: [
			{
				words: /another job/i,
				means: 'refused',
				advice:
					'A sync of this integration runs already: wait until Get Sync Status shows that it has ended',
			},
		],
	},
};
