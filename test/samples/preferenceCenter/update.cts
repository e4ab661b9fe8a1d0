import { byId, PREFERENCE_CENTER } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		preferenceCenterId: byId(PREFERENCE_CENTER),
		preferenceCenterPageHtml: '<p>New</p>',
		confirmationPageHtml: '<p>Saved</p>',
	},
	wire: [
		{
			method: 'PUT',
			path: `/preference_center/v1/${PREFERENCE_CENTER}`,
			body: { preference_center_page_html: '<p>New</p>', confirmation_page_html: '<p>Saved</p>' },
		},
	],
	output: [expect.objectContaining({ preference_center_api_id: PREFERENCE_CENTER })],
};
