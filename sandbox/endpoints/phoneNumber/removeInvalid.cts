import { MAX_USERS } from '../../limits.cts';
import { identifier, keys, list } from '../../schemas/json-schema.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /sms/invalid_phone_numbers/remove: takes up to 50 numbers off the list. */
export const removeInvalidPhoneNumbers: Endpoint = {
	method: 'POST',
	path: '/sms/invalid_phone_numbers/remove',
	permission: 'sms.invalid_phone_numbers.remove',
	body: keys({ phone_numbers: list(identifier, { minItems: 1, maxItems: MAX_USERS }) }, [
		'phone_numbers',
	]),
	success: 201,
	handle({ body, workspace, note }) {
		for (const phone of body.phone_numbers as string[]) {
			if (!workspace.invalidNumbers.remove(phone)) note(`${phone} is not on the list`);
		}
		return done();
	},
};
