import type { Endpoint } from '../endpoints/endpoint.cts';
import { keys } from '../schemas/json-schema.cts';
import { numberFor } from './numbers.cts';
import { ofApp, pointsOf, seriesKeys } from './series.cts';

/** One of the four series about all users: GET /kpi/<key>/data_series. */
export function kpiSeries(key: string, most: number): Endpoint {
	return {
		method: 'GET',
		path: `/kpi/${key}/data_series`,
		permission: `kpi.${key}.data_series`,
		query: keys({ ...seriesKeys, ...ofApp }, ['length']),
		success: 200,
		handle: (call) =>
			pointsOf(call, key, (time) => numberFor(most, key, call.query.app_id ?? null, time)),
	};
}
