import type { ItemParameters } from '../../pipeline/read/parameters';

/** A plus sign, the country code and the number, 15 digits at most (ITU-T E.164). */
const e164 = /^\+[1-9]\d{1,14}$/;

export const isE164 = (phone: string): boolean => e164.test(phone);

/** Tells the person, once a run, of numbers that Braze may read as others: it takes them and reports success. */
export function tellPhoneForm(phone: unknown, { hint }: Pick<ItemParameters, 'hint'>): void {
	if (typeof phone !== 'string' || phone === '' || isE164(phone)) return;
	hint(
		'A phone number of this run is not in E.164 form: a plus sign, the country code and the number, digits only. Braze may read another number from it, or none, and says nothing of it',
	);
}
