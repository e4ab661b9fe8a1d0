import { fromListOrById } from '../../parts/identifiers';
import type { BrazeField } from '../../schema/field';

export const integrationId: BrazeField = {
	displayName: 'Integration',
	name: 'integrationId',
	type: 'resourceLocator',
	identifier: true,
	default: { mode: 'list', value: '' },
	required: true,
	description: 'Integration of Cloud Data Ingestion',
	modes: fromListOrById('searchIntegrations'),
};
