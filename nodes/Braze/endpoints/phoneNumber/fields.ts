import type { BrazeField } from '../../schema/field';

export const phone: BrazeField = {
	displayName: 'Phone',
	name: 'phone',
	type: 'string',
	required: true,
	default: '={{ $json.phone }}',
	placeholder: 'e.g. +15551234567',
	description: 'Phone number in E.164 form: a plus sign, the country code, the number',
};
