import { eachOf, returnAll } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { byCursor } from '../../pipeline/send/paging';

export const getIntegrations: Operation = {
	resource: 'dataIngestion',
	value: 'getIntegrations',
	name: 'Get Integrations',
	action: 'Get data ingestion integrations',
	description: 'List the integrations of Cloud Data Ingestion with their last and next sync',
	endpoint: {
		method: 'GET',
		path: '/cdi/integrations',
		permission: 'cdi.integration_list',
		rateLimit: '50 a minute',
		effect: 'read',
		repeat: 'safe',
		parts: [returnAll],
		paging: byCursor('results'),
		output: eachOf('results'),
	},
};
