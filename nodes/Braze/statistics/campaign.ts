import type { IDataObject } from 'n8n-workflow';

import type { Asked } from '../pipeline/operation';
import type { ItemChoices } from '../parts/simplify';
import { byChannel, byVariation, channelStats } from './channels';
import { numbersOf, objectsIn, timeOf, totalOf } from './numbers';
import { without } from '../schema/without';

export const campaignItems: ItemChoices = {
	default: 'day',
	options: [
		{ name: 'Day', value: 'day', description: 'The numbers of all variations together' },
		{ name: 'Day and Variation', value: 'dayVariation' },
		{ name: 'Day, Variation and Channel', value: 'dayVariationChannel' },
		{
			name: 'Whole Range',
			value: 'total',
			description: 'The days added up; counts of unique people are left out',
		},
	],
};

/** @returns the items of a campaign's or a send's series, one for each of what the form asks for */
export function campaignRows(answer: IDataObject, { request, kept }: Asked): IDataObject[] {
	const { campaign_id: campaign, send_id: send } = request.query ?? {};
	const about: IDataObject = {
		campaign_id: campaign,
		...(send === undefined ? {} : { send_id: send }),
	};
	const points = objectsIn(answer.data);
	switch (kept.oneItemFor) {
		case 'dayVariation':
			return points.flatMap((point) => variationRows(point, about));
		case 'dayVariationChannel':
			return points.flatMap((point) => channelRows(point, about));
		case 'total':
			return [totalOf(points, points.map(dayNumbers), about)];
		default:
			return points.map((point) => ({ ...timeOf(point), ...about, ...dayNumbers(point) }));
	}
}

const dayNumbers = ({ messages, ...day }: IDataObject): Record<string, number> => ({
	...numbersOf(without(day, 'time')),
	...byChannel(channelStats(messages)),
});

const variationRows = (point: IDataObject, about: IDataObject): IDataObject[] =>
	byVariation(channelStats(point.messages)).map((stats) => ({
		...timeOf(point),
		...about,
		...stats[0].variation,
		// Braze tells them once more in each channel of the variation
		...stats[0].shared,
		...byChannel(stats),
	}));

const channelRows = (point: IDataObject, about: IDataObject): IDataObject[] =>
	channelStats(point.messages).map(({ channel, variation, shared, own }) => ({
		...timeOf(point),
		...about,
		channel,
		...variation,
		...shared,
		...own,
	}));
