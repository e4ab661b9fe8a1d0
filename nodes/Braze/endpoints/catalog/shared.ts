import { noun } from '../../pipeline/effect';

/** The limits that the catalog endpoints share, in the words of the README (Braze docs). */
export const CATALOGS_RATE_LIMIT = '50 a minute, shared by the requests for catalogs';
export const FIELDS_RATE_LIMIT = '50 a minute, shared by the requests for fields and selections';
export const ITEMS_RATE_LIMIT = '16,000 a minute, shared by the requests for many items';
export const ITEM_RATE_LIMIT = '50 a minute, shared by the requests for one item and the lists';

/** Items and fields in one request (Braze docs). */
export const MOST_ENTRIES = 50;

export const CATALOG = noun('catalog');
export const CATALOG_FIELD = noun('catalog field');
export const CATALOG_ITEM = noun('catalog item');

/** What a delete gives to the next node. */
export const deleted = () => [{ deleted: true }];
