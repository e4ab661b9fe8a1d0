import { byId, MEMBERS } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { segmentId: byId(MEMBERS) },
	wire: [{ method: 'POST', path: '/export/segment/cancel', body: { segment_id: MEMBERS } }],
	output: [{ message: 'success' }],
};
