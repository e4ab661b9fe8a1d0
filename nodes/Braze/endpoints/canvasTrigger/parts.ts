import { audience } from '../../parts/audience';
import { additionalFields, fields } from '../../parts/fields';
import { canvasId } from '../../parts/identifiers';
import { properties } from '../../parts/properties';
import { users } from '../../parts/users';
import { ownProperties } from '../../parts/users/ownProperties';
import { MAX_PROPERTIES_BYTES } from '../../parts/users/recipient';
import { broadcast } from '../../parts/users/target';
import type { Part } from '../../pipeline/part';

/**
 * What the Canvas endpoints take to trigger a Canvas, now or later.
 *
 * @param when parts that say when, between what is triggered and whom it is for
 */
export const canvasTriggerParts = (...when: Part[]): Part[] => [
	fields(canvasId),
	...when,
	users({
		propertiesKey: 'context',
		recipientProperties: {
			name: 'recipientContext',
			displayName: 'Recipient Context',
			description:
				"Personalization for this user, as context in the Canvas's Liquid; wins over the context for all",
			wireKey: 'context',
		},
		audienceName: 'Canvas Audience',
		audienceDescription: 'No user is named: everyone in the audience of the Canvas enters it',
		identifierDescription: 'What names the user',
	}),
	fields(broadcast),
	properties({
		name: 'context',
		displayName: 'Context',
		description: "Personalization for all users, as context in the Canvas's Liquid",
		wireKey: 'context',
		maxBytes: MAX_PROPERTIES_BYTES,
	}),
	audience,
	additionalFields(),
	ownProperties('context'),
];
