import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { sendBare } from '../bareScript.cts';
import { brazeStep, inARow } from '../benchCase.cts';
import type { BenchCase } from '../benchCase.cts';
import { buildItems } from '../items.cts';
import {
	assignments,
	brazeParameters,
	CAMPAIGN_ID,
	USERS_PER_REQUEST,
} from '../nodes/parameters.cts';
import { groupsOf } from './ways.cts';

const MOST_TIMES_SCRIPT = 1.6;

/** @returns users with an object of their own beside their fields */
const input = (count: number): INodeExecutionData[] =>
	buildItems(count).map(({ json, pairedItem }) => ({
		json: { ...json, props: { city: json.city, order: { id: json.points, lines: [1, 2] } } },
		pairedItem,
	}));

/** Words with plain paths between them. */
const texts = {
	first_name: '=Hi {{ $json.first_name }}, order {{ $json.props.order.id }}',
	city: '=user-{{ $json.external_user_id }}',
	points: '=https://example.com/{{ $json["city"] }}?points={{ $json.points }}',
};

const inPairs = assignments(texts) as { assignments: IDataObject[] };

const asTexts: IDataObject = {
	assignments: inPairs.assignments.map((each) => ({ ...each, type: 'string' })),
};

const written = ({ first_name, city, points, external_user_id, props }: IDataObject): object => ({
	first_name: `Hi ${String(first_name)}, order ${String(((props as IDataObject).order as IDataObject).id)}`,
	city: `user-${String(external_user_id)}`,
	points: `https://example.com/${String(city)}?points=${String(points)}`,
});

function ways(
	name: string,
	label: string,
	own: IDataObject,
	properties: (json: IDataObject) => unknown,
): Record<string, BenchCase> {
	const requests = (items: number): number => Math.ceil(items / USERS_PER_REQUEST);
	const floor = `${name}Script`;
	return {
		[name]: {
			label,
			input,
			workflow: ({ concurrency }) => inARow(brazeStep(brazeParameters(own, concurrency))),
			requests,
			floor,
			mostTimesFloor: MOST_TIMES_SCRIPT,
		},
		[floor]: {
			label: 'Bare script, no n8n',
			input,
			script: async (items, { url, concurrency }) =>
				await sendBare(
					groupsOf(items, USERS_PER_REQUEST).map((group) => ({
						path: '/campaigns/trigger/send',
						body: () => ({
							campaign_id: CAMPAIGN_ID,
							recipients: group.map(({ json }) => ({
								external_user_id: json.external_user_id,
								trigger_properties: properties(json),
							})),
						}),
					})),
					url,
					concurrency,
				),
			requests,
			floor,
		},
	};
}

export const textWays: Record<string, BenchCase> = {
	...ways(
		'threeTexts',
		'This node, three texts with plain paths',
		{ recipientTriggerPropertiesSource: 'pairs', recipientTriggerProperties: asTexts },
		written,
	),
	...ways(
		'oneObject',
		'This node, one object',
		{
			recipientTriggerPropertiesSource: 'json',
			recipientTriggerPropertiesJson: '={{ $json.props }}',
		},
		({ props }) => props,
	),
};
