import { BrazeError } from '../../errors.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /export/segment/cancel: every running export of a segment. */
export const cancelSegmentExport: Endpoint = {
	method: 'POST',
	path: '/export/segment/cancel',
	permission: 'segments.list',
	body: keys({ segment_id: identifier }, ['segment_id']),
	success: 201,
	handle({ body, workspace, note }) {
		const segment = workspace.segments.find(body.segment_id);
		if (!segment) throw new BrazeError(400, 'Invalid Segment ID');
		const running = workspace.exports.running(segment.id);
		if (running.length === 0) note('no export of this segment runs');
		for (const each of running) each.state = 'cancelled';
		return done();
	},
};
