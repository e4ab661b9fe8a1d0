import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { findBy: 'phoneNumbers', phoneNumbers: ['+15550100001', '+15550100009'], returnAll: true },
	wire: [
		{
			method: 'GET',
			path: '/sms/invalid_phone_numbers',
			query: { 'phone_numbers[]': ['+15550100001', '+15550100009'], limit: '500' },
		},
	],
	output: [
		{
			phone: '+15550100001',
			invalid_detected_at: '2026-01-11T07:00:00+00:00',
			invalid_detected_at_iso: '2026-01-11T07:00:00Z',
			reason: 'deactivated',
		},
	],
};
