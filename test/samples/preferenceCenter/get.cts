import { byId, PREFERENCE_CENTER } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { preferenceCenterId: byId(PREFERENCE_CENTER) },
	wire: [{ method: 'GET', path: `/preference_center/v1/${PREFERENCE_CENTER}` }],
	output: [expect.objectContaining({ name: 'news_preferences', redirect_page_html: null })],
};
