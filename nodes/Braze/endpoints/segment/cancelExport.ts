import { fields } from '../../parts/fields';
import { segmentId } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { anySuccess } from '../../pipeline/send/success';

export const cancelSegmentExport: Operation = {
	resource: 'segment',
	value: 'cancelExport',
	name: 'Cancel Export',
	action: 'Cancel exports of segment',
	description: 'Cancel every running export of a segment, those of others included',
	endpoint: {
		method: 'POST',
		path: '/export/segment/cancel',
		permission: 'segments.list',
		effect: 'write',
		repeat: 'safe',
		success: anySuccess,
		parts: [
			fields({ ...segmentId, required: true, description: 'Segment whose exports to cancel' }),
		],
		advice: {
			404: 'This instance does not know the endpoint, so nothing was cancelled; cancel the export in the dashboard',
		},
	},
};
