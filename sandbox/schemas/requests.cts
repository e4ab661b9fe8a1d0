import { MAX_SEND_ID_CHARACTERS } from '../limits.cts';
import { audience } from './audience.cts';
import {
	boolean,
	identifier,
	list,
	object,
	oneOf,
	type JsonSchema,
	type Properties,
} from './json-schema.cts';
import { attachments } from './messages/email.cts';
import { messagesSchemas } from './messages/messages.cts';
import { personalization, recipients, userAlias } from './recipient.cts';

export const CAMPAIGN_ID_FAULT = 'campaign_id must be a string of the campaign api identifier';
export const CANVAS_ID_FAULT = 'canvas_id must be a string of the Canvas api identifier';

const campaignId: JsonSchema = {
	...identifier,
	brazeErrors: { type: CAMPAIGN_ID_FAULT, minLength: CAMPAIGN_ID_FAULT },
};
const canvasId: JsonSchema = {
	...identifier,
	brazeErrors: { type: CANVAS_ID_FAULT, minLength: CANVAS_ID_FAULT },
};
const needs = {
	campaign: { brazeErrors: { 'required:campaign_id': CAMPAIGN_ID_FAULT } },
	canvas: { brazeErrors: { 'required:canvas_id': CANVAS_ID_FAULT } },
	messages: { brazeErrors: { 'required:messages': 'No message to send' } },
};

const sendId: JsonSchema = {
	type: 'string',
	minLength: 1,
	maxLength: MAX_SEND_ID_CHARACTERS,
	format: 'ascii',
};

const schedule = object(
	'schedule',
	{
		time: {
			type: 'string',
			format: 'strict-iso-date-time',
		},
		in_local_time: boolean,
		at_optimal_time: boolean,
	},
	['time'],
);

const messagesTarget: Properties = {
	broadcast: boolean,
	external_user_ids: list(identifier),
	user_aliases: list(userAlias),
	segment_id: identifier,
	audience,
	campaign_id: campaignId,
	send_id: sendId,
	recipient_subscription_state: oneOf('opted_in', 'subscribed', 'all'),
};

const campaignTrigger: Properties = {
	campaign_id: campaignId,
	send_id: sendId,
	...personalization.campaign,
	broadcast: boolean,
	audience,
	recipients: recipients('campaign'),
	// How the Appboy document names users here.
	external_user_ids: list(identifier),
};

const canvasTrigger: Properties = {
	canvas_id: canvasId,
	...personalization.canvas,
	broadcast: boolean,
	audience,
	recipients: recipients('canvas'),
};

/** The body of each POST endpoint, by path. */
export const requestSchemas = {
	'/messages/send': object(
		'/messages/send',
		{ ...messagesTarget, override_frequency_capping: boolean, messages: messagesSchemas.send },
		['messages'],
		needs.messages,
	),
	'/messages/schedule/create': object(
		'/messages/schedule/create',
		{
			...messagesTarget,
			override_messaging_limits: boolean,
			schedule,
			messages: messagesSchemas.schedule,
		},
		['schedule', 'messages'],
		needs.messages,
	),
	'/messages/schedule/update': object(
		'/messages/schedule/update',
		{ schedule_id: identifier, schedule, messages: messagesSchemas.schedule },
		['schedule_id'],
		{
			if: { required: ['messages'] },
			else: { required: ['schedule'], because: 'unless messages is given' },
		},
	),
	'/messages/schedule/delete': object('/messages/schedule/delete', { schedule_id: identifier }, [
		'schedule_id',
	]),
	'/campaigns/trigger/send': object(
		'/campaigns/trigger/send',
		{ ...campaignTrigger, attachments },
		['campaign_id'],
		needs.campaign,
	),
	'/campaigns/trigger/schedule/create': object(
		'/campaigns/trigger/schedule/create',
		{ ...campaignTrigger, schedule },
		['campaign_id', 'schedule'],
		needs.campaign,
	),
	'/campaigns/trigger/schedule/update': object(
		'/campaigns/trigger/schedule/update',
		{ campaign_id: campaignId, schedule_id: identifier, schedule },
		['campaign_id', 'schedule_id', 'schedule'],
		needs.campaign,
	),
	'/campaigns/trigger/schedule/delete': object(
		'/campaigns/trigger/schedule/delete',
		{ campaign_id: campaignId, schedule_id: identifier },
		['campaign_id', 'schedule_id'],
		needs.campaign,
	),
	'/canvas/trigger/send': object(
		'/canvas/trigger/send',
		canvasTrigger,
		['canvas_id'],
		needs.canvas,
	),
	'/canvas/trigger/schedule/create': object(
		'/canvas/trigger/schedule/create',
		{ ...canvasTrigger, schedule },
		['canvas_id', 'schedule'],
		needs.canvas,
	),
	'/canvas/trigger/schedule/update': object(
		'/canvas/trigger/schedule/update',
		{ canvas_id: canvasId, schedule_id: identifier, schedule },
		['canvas_id', 'schedule_id', 'schedule'],
		needs.canvas,
	),
	'/canvas/trigger/schedule/delete': object(
		'/canvas/trigger/schedule/delete',
		{ canvas_id: canvasId, schedule_id: identifier },
		['canvas_id', 'schedule_id'],
		needs.canvas,
	),
	'/sends/id/create': object(
		'/sends/id/create',
		{ campaign_id: campaignId, send_id: sendId },
		['campaign_id'],
		needs.campaign,
	),
} satisfies Record<string, JsonSchema>;
