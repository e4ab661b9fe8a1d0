import { fields, rule } from '../../parts/fields';
import { properties } from '../../parts/properties';
import { trackedEvent } from '../../parts/tracking';
import {
	checkPropertyNames,
	MAX_EVENT_PROPERTIES_BYTES,
	MAX_NAME_CHARACTERS,
	RESERVED_EVENT_PROPERTIES,
} from '../../parts/tracking/properties';
import type { Operation } from '../../pipeline/operation';
import { fromListOrByName } from '../../parts/identifiers';
import type { BrazeField } from '../../schema/field';
import { track } from './track';

const eventName: BrazeField = {
	displayName: 'Event',
	name: 'eventName',
	identifier: true,
	wireKey: 'name',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	maxLength: MAX_NAME_CHARACTERS,
	description: 'Custom event; names are case-sensitive, and a new one comes into being',
	modes: fromListOrByName('searchEvents', 'trial_started'),
};

export const trackEvent: Operation = {
	resource: 'user',
	value: 'trackEvent',
	name: 'Track Event',
	action: 'Track event of user',
	description: 'Record that a user did something, as a custom event',
	endpoint: {
		...track,
		parts: [
			trackedEvent('events', [
				fields(eventName),
				properties({
					name: 'eventProperties',
					displayName: 'Event Properties',
					description: 'What more there is to say of the event',
					wireKey: 'properties',
					maxBytes: MAX_EVENT_PROPERTIES_BYTES,
					reservedKeys: RESERVED_EVENT_PROPERTIES,
				}),
				rule(({ wire }) => checkPropertyNames(wire, 'Event Properties')),
			]),
		],
	},
};
