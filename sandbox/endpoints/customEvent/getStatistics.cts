import { numberFor } from '../../reports/numbers.cts';
import {
	checkTracked,
	ofApp,
	ofSegment,
	pointsOf,
	seriesKeys,
	unit,
} from '../../reports/series.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /events/data_series: an event that nobody knows has its zeros or, as here, its numbers. */
export const getCustomEventStatistics: Endpoint = {
	method: 'GET',
	path: '/events/data_series',
	permission: 'events.data_series',
	query: keys({ event: identifier, ...seriesKeys, ...unit, ...ofApp, ...ofSegment }, [
		'event',
		'length',
	]),
	success: 200,
	handle(call) {
		checkTracked(call);
		const { event, app_id: app = null, segment_id: segment = null } = call.query;
		return pointsOf(call, 'count', (time) => numberFor(700, event, app, segment, time));
	},
};
