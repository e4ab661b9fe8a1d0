/** Entries on a page of the lists of campaigns, Canvases and segments (Braze docs). */
export const PAGE_SIZE = 100;

/** Most entries that the lists of Content Blocks and email templates give in an answer (Braze docs). */
export const MOST_PER_PAGE = 1000;

/** Most entries on a page of the lists of hard bounces, unsubscribes and invalid phone numbers (Braze docs). */
export const MAX_ADDRESS_PAGE_SIZE = 500;
