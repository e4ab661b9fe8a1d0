import { isAbsent } from '../../schema/convert';
import type { Part } from '../../pipeline/part';
import { readAudience } from './audience';
import { checkAudience } from './check';
import { describeAudience } from './form';

/**
 * The connected audience: filters that a user must fit at the moment of the send. It stands behind the content, since few sends to
 * named users need it.
 */
export const audience: Part = {
	describe: describeAudience,
	write: (parameters, writing) => {
		const filters = readAudience(parameters, writing);
		return filters ? { wire: { audience: filters } } : {};
	},
	check: ({ wire }) => {
		if (!isAbsent(wire.audience)) checkAudience(wire.audience);
	},
};
