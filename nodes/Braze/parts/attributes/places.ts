import type { IDataObject } from 'n8n-workflow';
import { IANAZone } from 'luxon';

import type { ItemParameters } from '../../pipeline/read/parameters';
import { RAILS_ZONES } from './railsZones';

/** Zones looked at so far: people of one run live in few of them. */
const zones = new Map<string, boolean>();
const MOST_ZONES = 1000;

function isZone(name: string): boolean {
	const known = zones.get(name);
	if (known !== undefined) return known;
	const isNamed = RAILS_ZONES.has(name) || (/^[A-Za-z]/.test(name) && IANAZone.isValidZone(name));
	if (zones.size >= MOST_ZONES) zones.clear();
	zones.set(name, isNamed);
	return isNamed;
}

const isCode = (text: string): boolean => /^[A-Za-z]{2}$/.test(text);

/** Whether Braze surely knows what a text names, and what it does otherwise (Braze docs). */
const places: Record<string, { isKnown: (text: string) => boolean; words: string }> = {
	country: {
		isKnown: isCode,
		words:
			'A country of this run is not the two letters of ISO 3166-1, such as BE. Braze reads names as well as it can, empties the country where it cannot, and says nothing of it',
	},
	language: {
		isKnown: isCode,
		words:
			'A language of this run is not the two letters of ISO 639-1, such as en. Braze may not know it, and says nothing of it',
	},
	time_zone: {
		isKnown: isZone,
		words:
			'A time_zone of this run is no name that Braze knows, such as Europe/Brussels. Braze leaves the time zone of the user as it was, and says nothing of it',
	},
};

/** Tells the person, once a run each, of countries, languages and time zones that Braze may drop without a word. */
export function tellUnknownPlaces(
	attributes: IDataObject,
	{ hint }: Pick<ItemParameters, 'hint'>,
): void {
	for (const key of Object.keys(places)) {
		const value = attributes[key];
		if (typeof value === 'string' && value !== '' && !places[key].isKnown(value)) {
			hint(places[key].words);
		}
	}
}
