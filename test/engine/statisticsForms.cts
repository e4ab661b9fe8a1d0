import type { IDataObject } from 'n8n-workflow';

import { API_CAMPAIGN, byId, CANVAS } from './support.cts';

/** Parameters of the operations that read statistics. */
export const campaign = (more: IDataObject = {}) => ({
	resource: 'campaign',
	operation: 'getStatistics',
	campaignId: byId(API_CAMPAIGN),
	...more,
});
export const canvas = (more: IDataObject = {}) => ({
	resource: 'canvas',
	operation: 'getStatistics',
	canvasId: byId(CANVAS),
	...more,
});
export const kpi = (more: IDataObject = {}) => ({
	resource: 'kpi',
	operation: 'getStatistics',
	...more,
});
export const dates = (startDate: string, endDate: string) => ({
	dateRange: 'dates',
	startDate,
	endDate,
});
export const utc = { timezone: 'UTC' };
