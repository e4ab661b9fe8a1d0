import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { phone: '={{ $json.phone }}' },
	items: [{ phone: '+15550100001' }, { phone: '+15550100002' }],
	wire: [
		{
			method: 'POST',
			path: '/sms/invalid_phone_numbers/remove',
			body: { phone_numbers: ['+15550100001', '+15550100002'] },
		},
	],
	output: ['+15550100001', '+15550100002'].map((phone) => ({
		message: 'success',
		recipient: { phone },
	})),
};
