import { rule } from '../fields';
import { checkField } from '../../schema/check';
import { InvalidInput } from '../../schema/invalidInput';
import { keysOfOthers, OLD_CONTEXT, oldContext } from './recipient';
import type { PropertiesKey } from './recipient';

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
		if (!given(OLD_CONTEXT)) return;
		checkField(oldContext, wire[OLD_CONTEXT], `Additional JSON > ${OLD_CONTEXT}`);
		if (!given(own)) return;
		throw new InvalidInput(
			'Additional JSON',
			`holds "${OLD_CONTEXT}", the older name of the context that the form gives`,
			'Keep one of the two',
		);
	});
