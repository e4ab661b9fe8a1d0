import { dateRange } from '../../parts/reportRange';
import { additionalFields, fields } from '../../parts/fields';
import { campaignId, fromListOrById, sendId } from '../../parts/identifiers';
import { simplified, simplify } from '../../parts/simplify';
import type { Operation } from '../../pipeline/operation';
import { byRange } from '../../pipeline/send/range';
import { campaignItems, campaignRows } from '../../statistics/campaign';
import { MOST_DAYS } from '../campaign/getStatistics';

export const getSendIdStatistics: Operation = {
	resource: 'sendId',
	value: 'getStatistics',
	name: 'Get Statistics',
	action: 'Get send ID statistics',
	description:
		'Get the numbers of the sends under one send ID, day by day; Braze keeps them for 14 days after the send',
	endpoint: {
		method: 'GET',
		path: '/sends/data_series',
		permission: 'sends.data_series',
		effect: 'read',
		repeat: 'safe',
		parts: [
			fields(
				{
					...campaignId,
					modes: fromListOrById('searchApiCampaigns'),
					description: 'API campaign that the send ID was made for',
				},
				{ ...sendId, required: true, description: 'Send ID whose numbers to get' },
			),
			dateRange(),
			simplify(campaignItems),
			additionalFields(),
		],
		paging: byRange('data', MOST_DAYS),
		output: simplified(campaignRows),
	},
};
