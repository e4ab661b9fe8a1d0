import type { IDataObject } from 'n8n-workflow';

import type { Asked } from '../pipeline/operation';
import type { ItemChoices } from '../parts/simplify';
import { isObject } from '../schema/convert';
import { byChannel, channelStats } from './channels';
import { numbersOf, objectsIn, timeOf, totalOf } from './numbers';
import { without } from '../schema/without';

export const canvasDayItems: ItemChoices = {
	default: 'day',
	options: [
		{ name: 'Day', value: 'day', description: 'The numbers of the whole Canvas' },
		{ name: 'Day and Step', value: 'step' },
		{ name: 'Day and Variant', value: 'variant' },
		{ name: 'Day, Step and Channel', value: 'stepChannel' },
		{
			name: 'Whole Range',
			value: 'total',
			description: 'The days added up; counts of unique people are left out',
		},
	],
};

export const canvasSummaryItems: ItemChoices = {
	default: 'day',
	options: [
		{ name: 'Canvas', value: 'day' },
		{ name: 'Step', value: 'step' },
		{ name: 'Step and Channel', value: 'stepChannel' },
		{ name: 'Variant', value: 'variant' },
	],
};

/** @returns the items of a Canvas's series or summary, one for each of what the form asks for */
export function canvasRows(answer: IDataObject, { request, kept }: Asked): IDataObject[] {
	const data = isObject(answer.data) ? answer.data : {};
	const about: IDataObject = {
		canvas_id: request.query?.canvas_id,
		canvas_name: data.name ?? null,
	};
	// a summary is one object instead of a list of days
	const points = Array.isArray(data.stats) ? objectsIn(data.stats) : [data];
	switch (kept.oneItemFor) {
		case 'step':
			return points.flatMap((point) => stepRows(point, about));
		case 'stepChannel':
			return points.flatMap((point) => stepChannelRows(point, about));
		case 'variant':
			return points.flatMap((point) => variantRows(point, about));
		case 'total':
			return [totalOf(points, points.map(dayNumbers), about)];
		default:
			return points.map((point) => ({ ...timeOf(point), ...about, ...dayNumbers(point) }));
	}
}

/** What Braze keys by an ID, as a list. */
const keyed = (stats: unknown): Array<[string, IDataObject]> =>
	Object.entries(isObject(stats) ? stats : {}).filter((entry): entry is [string, IDataObject] =>
		isObject(entry[1]),
	);

const dayNumbers = ({
	total_stats: total,
	step_stats: steps,
}: IDataObject): Record<string, number> => ({
	...numbersOf(total),
	...byChannel(keyed(steps).flatMap(([, step]) => channelStats(step.messages))),
});

const ownNumbers = (stats: IDataObject): Record<string, number> =>
	numbersOf(without(stats, 'name', 'messages'));

const variantRows = (point: IDataObject, about: IDataObject): IDataObject[] =>
	keyed(point.variant_stats).map(([id, variant]) => ({
		...timeOf(point),
		...about,
		variant_id: id,
		variant_name: variant.name ?? null,
		...ownNumbers(variant),
	}));

const stepRows = (point: IDataObject, about: IDataObject): IDataObject[] =>
	keyed(point.step_stats).map(([id, step]) => ({
		...timeOf(point),
		...about,
		step_id: id,
		step_name: step.name ?? null,
		...ownNumbers(step),
		...byChannel(channelStats(step.messages)),
	}));

const stepChannelRows = (point: IDataObject, about: IDataObject): IDataObject[] =>
	keyed(point.step_stats).flatMap(([id, step]) =>
		channelStats(step.messages).map(({ channel, variation, shared, own }) => ({
			...timeOf(point),
			...about,
			step_id: id,
			step_name: step.name ?? null,
			channel,
			...variation,
			...shared,
			...own,
		})),
	);
