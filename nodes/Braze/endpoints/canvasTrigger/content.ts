import { canvasId } from '../../parts/identifiers';
import type { Trigger } from '../trigger';

/** What the Canvas endpoints take to trigger a Canvas, now or later. */
export const canvasTrigger: Trigger = {
	triggered: canvasId,
	users: {
		propertiesKey: 'context',
		recipientProperties: {
			name: 'recipientContext',
			displayName: 'Recipient Context',
			description:
				"Personalization for this user, as context in the Canvas's Liquid; wins over the context for all",
		},
		audienceName: 'Canvas Audience',
		audienceDescription: 'No user is named: everyone in the audience of the Canvas enters it',
	},
	properties: {
		name: 'context',
		displayName: 'Context',
		description: "Personalization for all users, as context in the Canvas's Liquid",
	},
	optional: [],
};
