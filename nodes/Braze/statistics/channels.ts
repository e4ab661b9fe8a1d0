import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../schema/convert';
import { addUp, numbersOf, objectsIn, ofChannel } from './numbers';
import { without } from '../schema/without';

/** The numbers of one message variation in one channel. */
export interface ChannelStats {
	channel: string;
	/** `variation_api_id` and `variation_name`, as far as Braze tells them. */
	variation: IDataObject;
	/** What is counted for the variation, whatever its channel. */
	shared: Record<string, number>;
	/** What only this channel counts. */
	own: Record<string, number>;
}

/** Counted for a variation of every channel (Braze docs; `enrolled` of a control group). */
const isShared = (key: string): boolean =>
	/^(?:revenue|unique_recipients|enrolled|conversions\d*(?:_by_\w+)?)$/.test(key);

/**
 * @param messages the object that Braze keys by channel; a channel that is not used is absent or null
 * @returns one entry for each variation of each channel, control groups included
 */
export function channelStats(messages: unknown): ChannelStats[] {
	return Object.entries(isObject(messages) ? messages : {}).flatMap(([channel, stats]) =>
		(isObject(stats) ? [stats] : objectsIn(stats)).map((each): ChannelStats => {
			const numbers = Object.entries(numbersOf(withoutIds(each)));
			return {
				channel,
				variation: variationOf(each),
				shared: Object.fromEntries(numbers.filter(([key]) => isShared(key))),
				own: Object.fromEntries(numbers.filter(([key]) => !isShared(key))),
			};
		}),
	);
}

const withoutIds = (stats: IDataObject): IDataObject =>
	without(stats, 'variation_api_id', 'variation_name');

const variationOf = ({ variation_api_id: id, variation_name: name }: IDataObject): IDataObject => ({
	...(id === undefined ? {} : { variation_api_id: id }),
	...(name === undefined ? {} : { variation_name: name }),
});

/** @returns the own numbers of all channels side by side, variations added up: `email_sent`, `sms_clicks` ... */
export function byChannel(stats: ChannelStats[]): Record<string, number> {
	const channels = [...new Set(stats.map(({ channel }) => channel))];
	return Object.assign(
		{},
		...channels.map((channel) => {
			const own = stats.filter((each) => each.channel === channel).map((each) => each.own);
			return ofChannel(channel, addUp(own));
		}),
	) as Record<string, number>;
}

/** @returns the entries of each variation together, in the order in which they came */
export function byVariation(stats: ChannelStats[]): ChannelStats[][] {
	const groups = new Map<string, ChannelStats[]>();
	for (const each of stats) {
		const { variation_api_id: id, variation_name: name } = each.variation;
		const key = JSON.stringify(id ?? name ?? each.channel);
		groups.set(key, [...(groups.get(key) ?? []), each]);
	}
	return [...groups.values()];
}
