import { holdsLiquid } from '../schema/liquid';

/** @returns whether a text is an address that Braze can ask on the web, as far as Liquid does not make it */
export const isWebAddress = (url: string): boolean =>
	holdsLiquid(url) || /^\s*https?:\/\/[^\s/?#]/i.test(url);
