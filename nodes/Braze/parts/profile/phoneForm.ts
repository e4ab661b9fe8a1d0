import type { ItemParameters } from '../../pipeline/read/parameters';
import { InvalidInput, quote } from '../../schema/invalidInput';

/** A plus sign, the country code and the number, 15 digits at most (ITU-T E.164). */
const e164 = /^\+[1-9]\d{1,14}$/;

/** A large number as a spreadsheet shows it, whose last digits are gone. */
const inPowersOfTen = /^\s*\d[.,]?\d*e\+?\d+\s*$/i;

export const isE164 = (phone: string): boolean => e164.test(phone);

/** @returns the digits of a number, equal for two spellings of it: Braze takes other characters away */
export const digitsOf = (phone: string): string => phone.replace(/\D/g, '');

/**
 * Tells the person, once a run, of numbers that Braze may read as others: it takes them and reports success.
 *
 * @throws InvalidInput for a text that is the number of nobody
 */
export function checkPhoneForm(
	phone: unknown,
	{ hint }: Pick<ItemParameters, 'hint'>,
	label: string,
): void {
	if (typeof phone !== 'string' || phone === '' || isE164(phone)) return;
	if (digitsOf(phone) === '') {
		throw new InvalidInput(
			label,
			`is ${quote(phone)}, which has no digits`,
			'Give the number with a plus sign and its country code, such as +15551234567, or leave the item out',
		);
	}
	if (inPowersOfTen.test(phone)) {
		throw new InvalidInput(
			label,
			`is ${quote(phone)}, of which a spreadsheet has cut the last digits`,
			'Format the column as text and enter the whole number there',
		);
	}
	hint(
		'A phone number of this run is not in E.164 form: a plus sign, the country code and the number, digits only. Braze may read another number from it, or none, and says nothing of it',
	);
}
