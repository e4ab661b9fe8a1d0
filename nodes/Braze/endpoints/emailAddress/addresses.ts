import { email } from '../../parts/users/recipient';
import { textEntries } from '../../parts/textEntries';
import { noun } from '../../pipeline/effect';
import type { Part } from '../../pipeline/part';

/** Addresses in one request (Braze docs). */
const MAX_ADDRESSES_PER_REQUEST = 50;

/** The address of each input item. */
export const addresses: Part = textEntries(
	{ list: 'email', field: email, same: (address) => address.toLowerCase() },
	{
		most: MAX_ADDRESSES_PER_REQUEST,
		noun: noun('email address', 'email addresses'),
		recipient: ({ wire }) => ({ email: wire }),
	},
);
