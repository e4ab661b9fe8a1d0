/** Entries on a page of the lists of campaigns, Canvases and segments (Braze docs). */
export const PAGE_SIZE = 100;
