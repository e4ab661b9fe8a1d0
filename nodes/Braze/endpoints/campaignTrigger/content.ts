import { campaignId, sendId } from '../../parts/identifiers';
import type { Trigger } from '../trigger';

/** What the campaign endpoints take to trigger a campaign, now or later. */
export const campaignTrigger: Trigger = {
	triggered: campaignId,
	users: {
		propertiesKey: 'trigger_properties',
		recipientProperties: {
			name: 'recipientTriggerProperties',
			displayName: 'Recipient Trigger Properties',
			description:
				"Personalization for this user, as api_trigger_properties in the campaign's Liquid; wins over the properties for all",
		},
		audienceName: 'Campaign Audience',
		audienceDescription: 'No user is named: everyone in the audience of the campaign gets it',
	},
	properties: {
		name: 'triggerProperties',
		displayName: 'Trigger Properties',
		description:
			"Personalization for all users, as api_trigger_properties in the campaign's Liquid",
	},
	optional: [sendId],
};
