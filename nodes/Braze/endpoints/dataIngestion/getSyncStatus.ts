import { fields } from '../../parts/fields';
import { eachOf, returnAll } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { byCursor } from '../../pipeline/send/paging';
import { integrationId } from './integrationId';

export const getSyncStatus: Operation = {
	resource: 'dataIngestion',
	value: 'getSyncStatus',
	name: 'Get Sync Status',
	action: 'Get data ingestion sync status',
	description: 'List the syncs of an integration, each with its state and its rows',
	endpoint: {
		method: 'GET',
		path: '/cdi/integrations/{integration_id}/job_sync_status',
		permission: 'cdi.integration_job_status',
		rateLimit: '100 a minute',
		effect: 'read',
		repeat: 'safe',
		parts: [fields(integrationId), returnAll],
		paging: byCursor('results'),
		output: eachOf('results'),
	},
};
