import { fields } from '../../parts/fields';
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
					displayName: 'Event Name',
					name: 'event',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. cart_abandoned',
					description: 'Name of the event as Braze has it, upper and lower case included',
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
