import { audience } from './audience.cts';
import { campaignId, canvasId, sendId } from './ids.cts';
import { boolean, identifier, list, object, oneOf, type Properties } from './json-schema.cts';
import { personalization, recipients, userAlias } from './recipient.cts';

/** Braze's schedule object. */
export const schedule = object(
	'schedule',
	{
		time: { type: 'string', format: 'strict-iso-date-time' },
		in_local_time: boolean,
		at_optimal_time: boolean,
	},
	['time'],
);

/** Whom messages in the request are for. */
export const messagesTarget: Properties = {
	broadcast: boolean,
	external_user_ids: list(identifier),
	user_aliases: list(userAlias),
	segment_id: identifier,
	audience,
	campaign_id: campaignId,
	send_id: sendId,
	recipient_subscription_state: oneOf('opted_in', 'subscribed', 'all'),
};

/** The campaign to trigger, and whom it is for. */
export const campaignTrigger: Properties = {
	campaign_id: campaignId,
	send_id: sendId,
	...personalization.campaign,
	broadcast: boolean,
	audience,
	recipients: recipients('campaign'),
	// How the Appboy document names users here.
	external_user_ids: list(identifier),
};

/** The Canvas to trigger, and whom it is for. */
export const canvasTrigger: Properties = {
	canvas_id: canvasId,
	...personalization.canvas,
	broadcast: boolean,
	audience,
	recipients: recipients('canvas'),
};
