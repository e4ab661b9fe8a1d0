import { textEntries } from '../../parts/textEntries';
import { noun } from '../../pipeline/effect';
import type { Operation } from '../../pipeline/operation';
import { phone } from '../../parts/profile/identifiers';
import { checkPhoneForm } from '../../parts/profile/phoneForm';
import { messageOfSuccess } from '../../pipeline/send/success';

/** Numbers in one request (Braze docs). */
const MAX_NUMBERS_PER_REQUEST = 50;

export const removeInvalidPhoneNumber: Operation = {
	resource: 'phoneNumber',
	value: 'removeInvalid',
	name: 'Remove Invalid',
	action: 'Remove phone number from invalid ones',
	description: 'Take phone numbers off the list of invalid ones, so that messages go to them again',
	endpoint: {
		method: 'POST',
		path: '/sms/invalid_phone_numbers/remove',
		permission: 'sms.invalid_phone_numbers.remove',
		effect: 'write',
		repeat: 'safe',
		success: messageOfSuccess,
		parts: [
			textEntries(
				{
					list: 'phone_numbers',
					field: { ...phone, required: true },
					tell: (number, parameters) => checkPhoneForm(number, parameters, phone.displayName),
				},
				{
					most: MAX_NUMBERS_PER_REQUEST,
					noun: noun('phone number'),
					recipient: ({ wire }) => ({ phone: wire }),
				},
			),
		],
	},
};
