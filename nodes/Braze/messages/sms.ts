import type { MessageObject } from '../schema/field';
import { appId, messageVariationId, subscriptionGroupId } from './common';

export const sms: MessageObject = {
	name: 'sms',
	displayName: 'SMS',
	wireKey: 'sms',
	description: 'Text message, or MMS with an image, to phone numbers',
	variationChannels: ['sms'],
	fields: [
		{ ...subscriptionGroupId, fromCredential: 'defaultSmsSubscriptionGroupId' },
		{
			displayName: 'Body',
			name: 'body',
			type: 'string',
			required: true,
			default: '',
			typeOptions: { rows: 3 },
			liquid: true,
		},
		appId,
		messageVariationId,
		{
			displayName: 'Link Shortening',
			name: 'linkShorteningEnabled',
			type: 'boolean',
			default: false,
			description: 'Whether to shorten links and count clicks',
		},
		{
			displayName: 'Media Items',
			name: 'mediaItems',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Media Item' },
			default: [],
			description: 'Web addresses of images, which make it an MMS',
			liquid: true,
		},
		{
			displayName: 'User Click Tracking',
			name: 'userClickTrackingEnabled',
			type: 'boolean',
			default: false,
			description: "Whether to count each user's clicks; needs 'Link Shortening'",
		},
	],
	check: (message, report) => {
		if (message.user_click_tracking_enabled === true && message.link_shortening_enabled !== true) {
			report(
				'User Click Tracking',
				'needs shortened links',
				'Turn on Link Shortening, or leave User Click Tracking off',
			);
		}
	},
};
