import { fields } from '../../parts/fields';
import { fromListOrByName } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { ofApp, ofSegment, unit } from '../../statistics/fields';
import { pointItems, series } from '../../statistics/series';

export const getCustomEventStatistics: Operation = {
	resource: 'customEvent',
	value: 'getStatistics',
	name: 'Get Statistics',
	action: 'Get custom event statistics',
	description: 'Get how often a custom event happened, by day or by hour',
	endpoint: series({
		path: '/events/data_series',
		permission: 'events.data_series',
		subject: [
			fields(
				{
					displayName: 'Event',
					name: 'event',
					type: 'resourceLocator',
					identifier: true,
					required: true,
					default: { mode: 'list', value: '' },
					modes: fromListOrByName('searchEvents', 'cart_abandoned'),
					description: 'Custom event to count; names are case-sensitive',
				},
				unit,
			),
		],
		filters: [ofApp, ofSegment],
		isHourly: (read) => read('unit') === 'hour',
		items: pointItems,
		about: ['event'],
	}),
};
