/**
 * Every limit the sandbox holds a request to, once, with the documentation it comes from:
 * "Appboy document" (about 2015), "Braze 2018 document", "Braze docs" (the current pages).
 */

/** Users one request may name: ids and aliases together, or recipients. Braze docs. */
export const MAX_USERS = 50;

/** Bytes of a request body. Braze docs, rate limit page. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Bytes of trigger_properties, context or canvas_entry_properties as JSON. Braze docs. */
export const MAX_PROPERTIES_BYTES = 50 * 1024;

/** Bytes of an apple_push object as JSON, also_send_to left out. Appboy document and Braze docs. */
export const MAX_APPLE_PUSH_BYTES = 1912;

/** Bytes of alert and extra of an android_push object. Appboy document and Braze docs. */
export const MAX_ANDROID_PUSH_BYTES = 4000;

/** Seconds of android_push.time_to_live, 28 days. Braze docs. */
export const MAX_ANDROID_TIME_TO_LIVE = 2_419_200;

/** Days a content card may live. Braze docs. */
export const MAX_CONTENT_CARD_DAYS = 30;

/** Characters of an in-app message. Appboy document. */
export const MAX_IN_APP_MESSAGE_CHARACTERS = 140;

/** Buttons of an in-app message. Appboy document. */
export const MAX_IN_APP_MESSAGE_BUTTONS = 2;

/** Tokens in one tokens object of also_send_to. Appboy document. */
export const MAX_TOKENS = 100;

/** Characters an Apple device token has, no more and no less. Appboy document. */
export const APPLE_TOKEN_CHARACTERS = 64;

/** Rows of a WhatsApp list over all its sections. Braze docs. */
export const MAX_WHATS_APP_LIST_ROWS = 10;

/** Cards of a WhatsApp carousel. Braze docs. */
export const WHATS_APP_CARDS = { min: 2, max: 10 };

/** Characters of the text of a WhatsApp carousel card. Braze docs. */
export const MAX_WHATS_APP_CARD_CHARACTERS = 160;

/** Quick reply labels on one WhatsApp carousel card. Braze docs. */
export const MAX_WHATS_APP_CARD_BUTTONS = 2;

/** Characters of the label of a WhatsApp flow button. Braze docs. */
export const MAX_WHATS_APP_FLOW_CAPTION_CHARACTERS = 20;

/** Bytes of alias_name and of alias_label. Braze docs. */
export const MAX_ALIAS_BYTES = 236;

/** ASCII characters of a send_id. Braze 2018 document and Braze docs. */
export const MAX_SEND_ID_CHARACTERS = 64;

/** Items on one page of campaigns, Canvases and segments. Braze docs. */
export const PAGE_SIZE = 100;

/** Email templates on one page: when not asked for, and at most. Braze docs. */
export const TEMPLATE_PAGE = { default: 100, max: 1000 };

/** Requests per window, all per workspace. Braze docs, rate limit page. */
export const RATE_LIMITS = {
	requestsPerHour: 250_000,
	broadcastsPerMinute: 250,
	broadcastsPerAudiencePerMinute: 10,
	sendIdsPerDay: 100,
};
