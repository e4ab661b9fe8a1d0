import { dateRangeOr } from '../../parts/dateRange';
import { additionalFields } from '../../parts/fields';
import { withIsoTime } from '../../parts/isoTime';
import { eachOf, returnAll } from '../../parts/returnAll';
import { checkPhoneForm } from '../../parts/profile/phoneForm';
import type { Operation } from '../../pipeline/operation';
import type { Part } from '../../pipeline/part';
import { byOffset } from '../../pipeline/send/paging';
import type { BrazeField } from '../../schema/field';
import { MAX_ADDRESS_PAGE_SIZE } from '../pageSize';

const numbersField: BrazeField = {
	displayName: 'Phone Numbers',
	name: 'phoneNumbers',
	type: 'string',
	required: true,
	default: [],
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Phone Number' },
	placeholder: 'e.g. +15551234567',
	description: 'Phone numbers in E.164 form',
};

const asked: Part = dateRangeOr(numbersField, false);

const daysOrNumbers: Part = {
	...asked,
	write: (parameters, writing) => {
		const written = asked.write?.(parameters, writing) ?? {};
		const { phone_numbers: numbers } = written.wire ?? {};
		for (const number of Array.isArray(numbers) ? numbers : []) {
			checkPhoneForm(number, parameters, numbersField.displayName);
		}
		return written;
	},
};

export const getInvalidPhoneNumbers: Operation = {
	resource: 'phoneNumber',
	value: 'getInvalid',
	name: 'Get Invalid',
	action: 'Get invalid phone numbers',
	description: 'List the phone numbers that were found invalid on some days, or look numbers up',
	endpoint: {
		method: 'GET',
		path: '/sms/invalid_phone_numbers',
		permission: 'sms.invalid_phone_numbers',
		effect: 'read',
		repeat: 'safe',
		parts: [
			daysOrNumbers,
			returnAll,
			additionalFields({
				displayName: 'Reason',
				name: 'reason',
				type: 'options',
				default: 'provider_error',
				description: 'Only numbers that were found invalid for this reason',
				options: [
					{
						name: 'Deactivated',
						value: 'deactivated',
						description: 'The carrier gave the number up',
					},
					{
						name: 'Provider Error',
						value: 'provider_error',
						description: 'The messaging provider could not send to it',
					},
				],
			}),
		],
		paging: byOffset('sms', MAX_ADDRESS_PAGE_SIZE),
		output: eachOf('sms', withIsoTime('invalid_detected_at')),
	},
};
