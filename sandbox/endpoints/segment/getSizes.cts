import { numberFor } from '../../reports/numbers.cts';
import { knownSegment } from '../../reports/segments.cts';
import { pointsOf, seriesKeys } from '../../reports/series.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /segments/data_series: estimates around the number of members. */
export const getSegmentSizes: Endpoint = {
	method: 'GET',
	path: '/segments/data_series',
	permission: 'segments.data_series',
	query: keys({ segment_id: identifier, ...seriesKeys }, ['segment_id', 'length']),
	success: 200,
	handle(call) {
		const { id, users } = knownSegment(call.workspace, call.query.segment_id);
		const members = users === 'all' ? call.workspace.users.everyone().length : users.length;
		return pointsOf(call, 'size', (time) => members + numberFor(members, id, time));
	},
};
