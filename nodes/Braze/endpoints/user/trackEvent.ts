import { tellNearEcommerce } from '../../parts/ecommerce/nearName';
import { checkEcommerce, isEcommerce } from '../../parts/ecommerce/schema';
import { fields, rule } from '../../parts/fields';
import { fromListOrByName } from '../../parts/identifiers';
import { telling } from '../../parts/telling';
import { trackedEvent } from '../../parts/tracking';
import {
	MAX_EVENT_PROPERTIES_BYTES,
	MAX_NAME_CHARACTERS,
	RESERVED_EVENT_PROPERTIES,
} from '../../parts/tracking/properties';
import { trackedProperties } from '../../parts/tracking/trackedProperties';
import type { Operation } from '../../pipeline/operation';
import type { BrazeField } from '../../schema/field';
import { track } from './track';

const PROPERTIES = 'Event Properties';

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
				telling(fields(eventName), tellNearEcommerce),
				...trackedProperties({
					name: 'eventProperties',
					displayName: PROPERTIES,
					description: 'What more there is to say of the event',
					maxBytes: MAX_EVENT_PROPERTIES_BYTES,
					reservedKeys: RESERVED_EVENT_PROPERTIES,
				}),
				rule(({ wire }) => {
					if (isEcommerce(wire.name)) checkEcommerce(wire, PROPERTIES);
				}),
			]),
		],
	},
};
