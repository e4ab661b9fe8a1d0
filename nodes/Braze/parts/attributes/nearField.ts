import type { IDataObject } from 'n8n-workflow';

import type { ItemParameters } from '../../pipeline/read/parameters';
import { isObject } from '../../schema/convert';
import { quote } from '../../schema/invalidInput';
import { rememberedText } from '../../schema/remembered';
import { profileFieldOf, profileFields } from './profileFields';

const lettersOf = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

const byLetters = new Map(profileFields.map(({ key }) => [lettersOf(key), key]));

/** @returns the profile field that a name of another attribute sounds like */
const nearFieldOf = rememberedText((name) =>
	profileFieldOf(name) ? undefined : byLetters.get(lettersOf(name)),
);

/** Keys under which other systems, and n8n's own nodes, give all that they know of a person or an event. */
const envelopes = new Set([
	'attributes',
	'body',
	'custom_attributes',
	'fields',
	'output',
	'properties',
	'traits',
	'user_attributes',
]);

/**
 * Tells the person, once a run each, of attributes that go out under a name that nearly means something to Braze: it makes custom
 * attributes of them, and reports success.
 */
export function tellNearFields(
	attributes: IDataObject,
	{ hint }: Pick<ItemParameters, 'hint'>,
): void {
	for (const key of Object.keys(attributes)) {
		const field = nearFieldOf(key);
		if (field !== undefined) {
			hint(
				`${quote(key)} went out as a custom attribute: the profile field is named ${field}, and stays as it was`,
			);
		} else if (envelopes.has(key) && isObject(attributes[key])) {
			hint(
				`${quote(key)} went out as one custom attribute of that name. To write what stands in it, set User Attributes to JSON and give that object alone`,
			);
		}
	}
}
