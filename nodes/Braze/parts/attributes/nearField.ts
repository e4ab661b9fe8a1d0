import type { IDataObject } from 'n8n-workflow';

import type { ItemParameters } from '../../pipeline/read/parameters';
import { isObject } from '../../schema/convert';
import { quote } from '../../schema/invalidInput';
import { profileFieldOf, profileFields } from './profileFields';

const lettersOf = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

const byLetters = new Map(profileFields.map(({ key }) => [lettersOf(key), key]));

/**
 * Tells the person, once a run each, of attributes that go out under a name that nearly means something to Braze: it makes custom
 * attributes of them, and reports success.
 */
export function tellNearFields(
	attributes: IDataObject,
	{ hint }: Pick<ItemParameters, 'hint'>,
): void {
	for (const key of Object.keys(attributes)) {
		if (profileFieldOf(key)) continue;
		const field = byLetters.get(lettersOf(key));
		if (field !== undefined) {
			hint(
				`${quote(key)} went out as a custom attribute: the profile field is named ${field}, and stays as it was`,
			);
		} else if (key === 'custom_attributes' && isObject(attributes[key])) {
			hint(
				'"custom_attributes" went out as one custom attribute of that name. To write what stands in it, set User Attributes to JSON and give that object alone',
			);
		}
	}
}
