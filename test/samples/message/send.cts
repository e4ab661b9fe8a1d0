import { perItem, smsForm, smsMessages } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { ...perItem, ...smsForm },
	items: [{ id: 'user-001' }, { id: 'user-002' }],
	wire: [
		{
			method: 'POST',
			path: '/messages/send',
			body: { external_user_ids: ['user-001', 'user-002'], messages: smsMessages },
		},
	],
};
