import { byDay, pageByDay, repeated, valuesOf } from '../../schemas/addresses.cts';
import { keys, oneOf } from '../../schemas/json-schema.cts';
import { INVALID_NUMBER_REASONS } from '../../workspace/addresses.cts';
import { isoSeconds } from '../../workspace/dates.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /sms/invalid_phone_numbers */
export const getInvalidPhoneNumbers: Endpoint = {
	method: 'GET',
	path: '/sms/invalid_phone_numbers',
	permission: 'sms.invalid_phone_numbers',
	query: keys({
		...byDay,
		...repeated('phone_numbers'),
		reason: oneOf(...INVALID_NUMBER_REASONS),
	}),
	success: 200,
	handle(call) {
		const { reason: wanted } = call.query;
		const all = call.workspace.invalidNumbers
			.all()
			.filter(({ reason }) => wanted === undefined || reason === wanted);
		const sms = pageByDay(call, all, valuesOf(call, 'phone_numbers'), false).map(
			({ name, at, reason }) => ({ phone: name, invalid_detected_at: isoSeconds(at), reason }),
		);
		return { body: { message: 'success', sms } };
	},
};
