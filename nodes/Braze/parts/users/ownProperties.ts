import { rule } from '../fields';
import { InvalidInput } from '../../schema/invalidInput';
import { keysOfOthers } from './recipient';
import type { PropertiesKey } from './recipient';

/** The older name of a Canvas's context, which Braze still takes, but not beside the new one. */
const OLD_CONTEXT = 'canvas_entry_properties';

/**
 * @param own the key under which an endpoint takes properties
 * @returns the rule that they stand under that key and once, since Braze takes no note of the others and the message goes out without
 */
export const ownProperties = (own: PropertiesKey) =>
	rule(({ wire }) => {
		const given = (key: string): boolean => Object.hasOwn(wire, key);
		const other = keysOfOthers[own].find(given);
		if (other !== undefined) {
			throw new InvalidInput(
				'Additional JSON',
				`holds "${other}", which is no key of this operation`,
				`Give the properties under ${own}`,
			);
		}
		if (!given(own) || !given(OLD_CONTEXT)) return;
		throw new InvalidInput(
			'Additional JSON',
			`holds "${OLD_CONTEXT}", the older name of the context that the form gives`,
			'Keep one of the two',
		);
	});
