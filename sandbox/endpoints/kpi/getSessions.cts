import { numberFor } from '../../reports/numbers.cts';
import {
	checkTracked,
	ofApp,
	ofSegment,
	pointsOf,
	seriesKeys,
	unit,
} from '../../reports/series.cts';
import { keys } from '../../schemas/json-schema.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /sessions/data_series */
export const getSessions: Endpoint = {
	method: 'GET',
	path: '/sessions/data_series',
	permission: 'sessions.data_series',
	query: keys({ ...seriesKeys, ...unit, ...ofApp, ...ofSegment }, ['length']),
	success: 200,
	handle(call) {
		checkTracked(call);
		const { app_id: app = null, segment_id: segment = null } = call.query;
		return pointsOf(call, 'sessions', (time) => numberFor(9000, 'sessions', app, segment, time));
	},
};
