import type { UserNaming } from '../../parts/users/form';
import type { BrazeField } from '../../schema/field';

/** How the message endpoints name users. */
export const messageUsers: UserNaming = {
	audienceName: 'Segment or Audience',
	audienceDescription:
		'No user is named: everyone in the segment chosen here, or in the audience built below the content, gets it',
	identifierDescription:
		'What names the user; for an email address trigger a campaign or a Canvas instead, for a phone number identify the user first',
};

export const recipientSubscriptionState: BrazeField = {
	displayName: 'Recipient Subscription State',
	name: 'recipientSubscriptionState',
	type: 'options',
	default: 'subscribed',
	description: 'Which users may get it, by their subscription state',
	options: [
		{
			name: 'All',
			value: 'all',
			description: 'Unsubscribed users as well, for transactional messages',
		},
		{ name: 'Opted In', value: 'opted_in', description: 'Only users who opted in' },
		{
			name: 'Subscribed',
			value: 'subscribed',
			description: 'Users who are subscribed or opted in',
		},
	],
};

/** @returns the switch, under the name that the endpoint has for it */
const override = (name: string): BrazeField => ({
	displayName: 'Override Frequency Capping',
	name,
	type: 'boolean',
	default: false,
	description: 'Whether to send even where frequency capping would hold the message back',
});

export const overrideFrequencyCapping = override('overrideFrequencyCapping');
export const overrideMessagingLimits = override('overrideMessagingLimits');
