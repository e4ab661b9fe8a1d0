import { checkAttachments } from '../../messages/emailAttachments';
import { audience } from '../../parts/audience';
import { additionalFields, fields, rule } from '../../parts/fields';
import { campaignId, sendId } from '../../parts/identifiers';
import { properties } from '../../parts/properties';
import { users } from '../../parts/users';
import { ownProperties } from '../../parts/users/ownProperties';
import { MAX_PROPERTIES_BYTES } from '../../parts/users/recipient';
import { broadcast } from '../../parts/users/target';
import type { Part } from '../../pipeline/part';
import { isAbsent } from '../../schema/convert';
import type { BrazeField } from '../../schema/field';
import { InvalidInput } from '../../schema/invalidInput';

/**
 * What the campaign endpoints take to trigger a campaign, now or later.
 *
 * @param when parts that say when, between what is triggered and whom it is for
 * @param optional further optional fields
 */
export const campaignTriggerParts = (when: Part[], optional: BrazeField[]): Part[] => [
	fields(campaignId),
	...when,
	users({
		propertiesKey: 'trigger_properties',
		recipientProperties: {
			name: 'recipientTriggerProperties',
			displayName: 'Recipient Properties',
			description:
				"Trigger properties of this user, api_trigger_properties in the campaign's Liquid; wins over the properties for all",
			wireKey: 'trigger_properties',
		},
		audienceName: 'Campaign Audience',
		audienceDescription: 'No user is named: everyone in the audience of the campaign gets it',
		identifierDescription: 'What names the user',
	}),
	fields(broadcast),
	properties({
		name: 'triggerProperties',
		displayName: 'Trigger Properties',
		description:
			"Personalization for all users, as api_trigger_properties in the campaign's Liquid",
		wireKey: 'trigger_properties',
		maxBytes: MAX_PROPERTIES_BYTES,
	}),
	audience,
	additionalFields(sendId, ...optional),
	ownProperties('trigger_properties'),
	rule(({ wire }) => {
		checkAttachments(wire.attachments, (field, wrong, fix) => {
			throw new InvalidInput(field, wrong, fix);
		});
		if (wire.broadcast !== true || isAbsent(wire.attachments)) return;
		throw new InvalidInput(
			'Attachments',
			'cannot go with a broadcast',
			'Remove them, or name the users',
		);
	}),
];
