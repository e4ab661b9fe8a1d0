import { fields } from '../../parts/fields';
import { segmentId } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { series } from '../../statistics/series';

export const getSegmentSizes: Operation = {
	resource: 'segment',
	value: 'getSizes',
	name: 'Get Sizes',
	action: 'Get segment sizes',
	description: 'Get how many users a segment had, as Braze estimated it, day by day',
	endpoint: series({
		path: '/segments/data_series',
		permission: 'segments.data_series',
		subject: [fields({ ...segmentId, required: true, description: 'Segment whose size to get' })],
		about: ['segment_id'],
	}),
};
