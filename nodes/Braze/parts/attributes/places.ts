import type { IDataObject } from 'n8n-workflow';
import { IANAZone } from 'luxon';

import type { ItemParameters } from '../../pipeline/read/parameters';
import { rememberedText } from '../../schema/remembered';
import { RAILS_ZONES } from './railsZones';

const isZone = rememberedText(
	(name) => RAILS_ZONES.has(name) || (/^[A-Za-z]/.test(name) && IANAZone.isValidZone(name)),
);

const isCode = (text: string): boolean => /^[A-Za-z]{2}$/.test(text);

/** Whether Braze surely knows what a text names, and what it does otherwise (Braze docs). */
const places: Array<{ key: string; isKnown: (text: string) => boolean; words: string }> = [
	{
		key: 'country',
		isKnown: isCode,
		words:
			'A country of this run is not the two letters of ISO 3166-1, such as BE. Braze reads names as well as it can, empties the country where it cannot, and says nothing of it',
	},
	{
		key: 'language',
		isKnown: isCode,
		words:
			'A language of this run is not the two letters of ISO 639-1, such as en. Braze may not know it, and says nothing of it',
	},
	{
		key: 'time_zone',
		isKnown: isZone,
		words:
			'A time_zone of this run is no name that Braze knows, such as Europe/Brussels. Braze leaves the time zone of the user as it was, and says nothing of it',
	},
];

/** Tells the person, once a run each, of countries, languages and time zones that Braze may drop without a word. */
export function tellUnknownPlaces(
	attributes: IDataObject,
	{ hint }: Pick<ItemParameters, 'hint'>,
): void {
	for (const { key, isKnown, words } of places) {
		const value = attributes[key];
		if (typeof value === 'string' && value !== '' && !isKnown(value)) hint(words);
	}
}
