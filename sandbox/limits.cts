/**
 * Every limit the sandbox holds a request to, once, with the documentation it comes from:
 * "Appboy document" (about 2015), "Braze 2018 document", "Braze docs" (the current pages).
 */

/** Users one request may name: ids and aliases together, or recipients. Braze docs. */
export const MAX_USERS = 50;

/** Attributes, events and purchases in one request together. Braze docs, users/track. */
export const MAX_TRACKED_OBJECTS = 75;

/** Characters of an attribute's name and of its text, of a property's name and of a product ID. Braze docs. */
export const MAX_ATTRIBUTE_CHARACTERS = 255;

/** Bytes of a list or an object in an attribute; what is larger is dropped without a word. Braze docs. */
export const MAX_NESTED_ATTRIBUTE_BYTES = 100 * 1024;

/** Bytes of the properties of an event and of a purchase as JSON. Braze docs. */
export const MAX_EVENT_PROPERTIES_BYTES = 102_400;
export const MAX_PURCHASE_PROPERTIES_BYTES = 50 * 1024;

/** Bytes of an external_id. Braze docs, errors of users/track. */
export const MAX_EXTERNAL_ID_BYTES = 987;

/** Names on one page of events/list. Braze docs. */
export const NAMES_PAGE_SIZE = 250;

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

/** Items on one page of email templates and Content Blocks: when not asked for, and at most. Braze docs. */
export const OFFSET_PAGE = { default: 100, max: 1000 };

/** Items on one page of hard bounces, unsubscribes and invalid numbers: when not asked for, and at most. Braze docs. */
export const OFFSET_500_PAGE = { default: 100, max: 500 };

/** Users on one page of subscription/user/status. Braze docs. */
export const SUBSCRIBERS_PAGE = { default: 100, max: 100 };

/** Groups in one request of subscription/status/set; no page names a limit, and nobody is known to send more. */
export const MAX_SUBSCRIPTION_GROUPS = 25;

/** Custom attributes that a segment export may name. Braze docs. */
export const MAX_EXPORTED_ATTRIBUTES = 500;

/** Items on one page of a list whose next page stands in the Link header. Braze docs. */
export const CURSOR_PAGE_SIZE = 50;

/** Integrations of Cloud Data Ingestion, or syncs of one, on a page. Braze docs. */
export const INTEGRATIONS_PAGE_SIZE = 10;

/** Characters of the name and of the description of a Content Block: fewer than these. Braze docs. */
export const CONTENT_BLOCK = { name: 100, description: 250, bytes: 50 * 1024 };

/** Entries in one request about catalog items; one item has one request on its own path. Braze docs. */
export const MAX_CATALOG_ITEMS = 50;

/** Characters of a catalog item's id, and of one value of an item. Braze docs. */
export const CATALOG_ITEM = { id: 250, value: 5000, depth: 50, arrayElements: 100 };

/** Characters of the name and description of a catalog and of the name of a field; fields and selections it can have. Braze docs. */
export const CATALOG = {
	name: 250,
	description: 250,
	fields: 500,
	fieldsPerRequest: 50,
	selections: 30,
	filters: 10,
	results: 50,
};

/** Bytes of the HTML of an email template. Braze docs. */
export const MAX_TEMPLATE_BYTES = 400 * 1024;

/** Bytes of a file of the media library. Braze docs. */
export const MAX_ASSET_BYTES = 5 * 1024 * 1024;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface RateLimitRule {
	/** Requests in one window, all per workspace. */
	limit: number;
	/** Milliseconds; windows start on the clock's hour, minute, ... */
	window: number;
}

/**
 * Every counter the sandbox keeps; endpoints that name the same one share it. Braze docs: rate limit
 * page and the pages of the endpoints.
 */
export const RATE_LIMITS = {
	/** What counts a request whose endpoint names no counter. */
	requestsPerHour: { limit: 250_000, window: HOUR },
	broadcastsPerMinute: { limit: 250, window: MINUTE },
	broadcastsPerAudiencePerMinute: { limit: 10, window: MINUTE },
	sendIdsPerDay: { limit: 100, window: DAY },
	/** campaigns/duplicate and canvas/duplicate, each on its own. */
	campaignDuplicatesPerMinute: { limit: 100, window: MINUTE },
	canvasDuplicatesPerMinute: { limit: 100, window: MINUTE },
	/** users/track. */
	trackPerThreeSeconds: { limit: 3000, window: 3 * SECOND },
	/** users/delete, alias/new, alias/update, identify, merge. */
	userIdentitiesPerMinute: { limit: 20_000, window: MINUTE },
	externalIdRenamesPerMinute: { limit: 1000, window: MINUTE },
	externalIdRemovalsPerMinute: { limit: 1000, window: MINUTE },
	userExportsPerMinute: { limit: 250, window: MINUTE },
	/** subscription/status/set, old and v2. */
	subscriptionsPerMinute: { limit: 5000, window: MINUTE },
	campaignSeriesPerMinute: { limit: 50_000, window: MINUTE },
	/** events/list, events, custom_attributes, purchases/product_list, quantity_series, revenue_series. */
	namesPerHour: { limit: 1000, window: HOUR },
	mediaUploadsPerHour: { limit: 100, window: HOUR },
	mediaReplacementsPerHour: { limit: 100, window: HOUR },
	/** The list of preference centers, one of them, and a user's address of one. */
	preferenceCenterReadsPerMinute: { limit: 1000, window: MINUTE },
	/** Preference centers created and updated. */
	preferenceCenterWritesPerMinute: { limit: 10, window: MINUTE },
	integrationListsPerMinute: { limit: 50, window: MINUTE },
	syncStatusesPerMinute: { limit: 100, window: MINUTE },
	syncsPerMinute: { limit: 20, window: MINUTE },
	/** The catalogs themselves: list, create, delete. */
	catalogsPerMinute: { limit: 50, window: MINUTE },
	/** Fields and selections of catalogs. */
	catalogFieldsPerMinute: { limit: 50, window: MINUTE },
	/** One item a request, and the list of items. */
	catalogItemsPerMinute: { limit: 50, window: MINUTE },
	/** Up to 50 items a request. */
	catalogItemBatchesPerMinute: { limit: 16_000, window: MINUTE },
} satisfies Record<string, RateLimitRule>;

export type RateLimitName = keyof typeof RATE_LIMITS;
