import { MAX_SEND_ID_CHARACTERS } from '../limits.cts';
import { identifier, type JsonSchema } from './json-schema.cts';

export const CAMPAIGN_ID_FAULT = 'campaign_id must be a string of the campaign api identifier';
export const CANVAS_ID_FAULT = 'canvas_id must be a string of the Canvas api identifier';

export const campaignId: JsonSchema = {
	...identifier,
	brazeErrors: { type: CAMPAIGN_ID_FAULT, minLength: CAMPAIGN_ID_FAULT },
};

export const canvasId: JsonSchema = {
	...identifier,
	brazeErrors: { type: CANVAS_ID_FAULT, minLength: CANVAS_ID_FAULT },
};

export const sendId: JsonSchema = {
	type: 'string',
	minLength: 1,
	maxLength: MAX_SEND_ID_CHARACTERS,
	format: 'ascii',
};

/** Braze's words for a body that lacks the one key it is all about. */
export const needs = {
	campaign: { brazeErrors: { 'required:campaign_id': CAMPAIGN_ID_FAULT } },
	canvas: { brazeErrors: { 'required:canvas_id': CANVAS_ID_FAULT } },
	messages: { brazeErrors: { 'required:messages': 'No message to send' } },
};
