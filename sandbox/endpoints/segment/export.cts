import { BrazeError } from '../../errors.cts';
import { startExport } from '../../exports/file.cts';
import { MAX_EXPORTED_ATTRIBUTES } from '../../limits.cts';
import { fileExport, SEGMENT_ONLY } from '../../schemas/exports.cts';
import { identifier, keys, list } from '../../schemas/json-schema.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /users/export/segment: one export of a segment at a time. */
export const exportSegment: Endpoint = {
	method: 'POST',
	path: '/users/export/segment',
	permission: 'users.export.segment',
	body: keys(
		{
			segment_id: identifier,
			...fileExport(...SEGMENT_ONLY),
			custom_attributes_to_export: list(identifier, { maxItems: MAX_EXPORTED_ATTRIBUTES }),
		},
		['segment_id', 'fields_to_export'],
	),
	success: 201,
	handle(call) {
		const { body, workspace } = call;
		const segment = workspace.segments.find(body.segment_id);
		if (!segment) throw new BrazeError(400, 'Invalid Segment ID');
		if (workspace.exports.running(segment.id).length > 0) {
			throw new BrazeError(429, 'An export of this segment is still running');
		}
		const users = workspace.users
			.everyone()
			.filter((user) => workspace.segments.holds(user, segment.id));
		return startExport(call, users, segment.id);
	},
};
