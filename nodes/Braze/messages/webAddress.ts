import { holdsLiquid } from '../schema/liquid';

/** What an address that Braze can ask on the web begins with. */
export const WEB_ADDRESS = /^\s*https?:\/\/[^\s/?#]/i;

/** @returns whether a text is an address that Braze can ask on the web, as far as Liquid does not make it */
export const isWebAddress = (url: string): boolean => holdsLiquid(url) || WEB_ADDRESS.test(url);
