import type { INodeProperties } from 'n8n-workflow';

import { authentications } from '../authentication';
import { ALL_EVENTS, eventChoices } from '../events/choice';
import { sources, statuses } from '../sources';
import type { Source, SourceName } from '../sources';
import { campaignId, canvasId } from './identifiers';
import { copies, guidance, noneWarning } from './notices';

const entries = Object.entries(sources) as Array<[SourceName, Source]>;

const method = {
	displayName: 'HTTP Method',
	name: 'httpMethod',
	noDataExpression: true,
	description: 'The method that Braze calls the URL with',
};

const methods: INodeProperties[] = entries.flatMap(([source, { methods: offered = [] }]) =>
	offered.length === 0
		? []
		: [
				{
					...method,
					type: 'options',
					options: [...offered].sort().map((name) => ({ name, value: name })),
					default: offered[0],
					displayOptions: { show: { source: [source] } },
				},
			],
);

const authentication = {
	displayName: 'Authentication',
	name: 'authentication',
	noDataExpression: true,
	description: 'How a request shows that it comes from Braze, which signs nothing',
};

const authenticationChoices: INodeProperties[] = entries.map(
	([source, { authentications: offered }]) => ({
		...authentication,
		type: 'options',
		options: offered
			.map((name) => authentications[name])
			.sort((a, b) => a.name.localeCompare(b.name)),
		default: offered[0],
		displayOptions: { show: { source: [source] } },
	}),
);

const secrets: INodeProperties[] = [
	{
		displayName: 'Header Name',
		name: 'headerName',
		type: 'string',
		default: 'X-Braze-Secret',
		required: true,
		placeholder: 'e.g. X-Braze-Secret',
		description: 'The header of the request that carries the secret',
		displayOptions: { show: { authentication: ['headerSecret'] } },
	},
	{
		displayName: 'User',
		name: 'user',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. braze',
		description: 'The user name that Braze sends',
		displayOptions: { show: { authentication: ['basicAuth'] } },
	},
	{
		displayName: 'Password',
		name: 'secret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		description: 'The password that Braze sends; a long random text is best',
		displayOptions: { show: { authentication: ['basicAuth'] } },
	},
	{
		displayName: 'Secret',
		name: 'secret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		description:
			'The same text as in Braze; a long random one of letters and digits is best. A request without it gets a 401 and starts nothing.',
		displayOptions: { show: { authentication: ['bearerToken', 'headerSecret', 'querySecret'] } },
	},
];

const content: INodeProperties[] = [
	{
		displayName: 'Event Types',
		name: 'events',
		type: 'multiOptions',
		options: eventChoices,
		default: [ALL_EVENTS],
		description: 'The events that start the workflow; type to search',
		displayOptions: { show: { source: ['currents'] } },
	},
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: [
			{ name: 'All Statuses', value: ALL_EVENTS },
			...statuses.map((status) => ({
				name: `${status.slice(0, 1).toUpperCase()}${status.slice(1)}`,
				value: status,
			})),
		],
		default: [ALL_EVENTS],
		required: true,
		description: 'The statuses that start the workflow',
		displayOptions: { show: { source: ['transactionalEmailPostback'] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description: 'An event that belongs to none of the campaigns and Canvases starts nothing',
		options: [campaignId, canvasId],
		displayOptions: { show: { source: ['currents'] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description: 'An email that belongs to none of the campaigns starts nothing',
		options: [campaignId],
		displayOptions: { show: { source: ['transactionalEmailPostback'] } },
	},
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Flatten',
			name: 'flatten',
			type: 'boolean',
			default: false,
			description:
				'Whether the fields inside user, properties and metadata move to the top level of the item',
			displayOptions: { show: { '/source': ['currents', 'transactionalEmailPostback'] } },
		},
		{
			displayName: 'Include Headers and Query',
			name: 'includeRequest',
			type: 'boolean',
			default: false,
			description:
				'Whether each item gets a field brazeRequest with the method, the headers and the query of the request, without its secrets',
		},
		{
			displayName: 'Other Event Types',
			name: 'otherEventTypes',
			type: 'string',
			default: '',
			placeholder: 'e.g. users.messages.email.Open, users.canvas.Entry',
			description:
				'Event types that are not in the list of events, by the name that Braze gives them, with commas between them',
			displayOptions: { show: { '/source': ['currents'] } },
		},
		{
			displayName: 'Split Batch',
			name: 'splitBatch',
			type: 'boolean',
			default: true,
			description:
				'Whether each event of a batch becomes an item, instead of one item with the list events',
			displayOptions: { show: { '/source': ['currents'] } },
		},
	],
};

/** The form, from top to bottom. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		noDataExpression: true,
		options: entries.map(([, { option }]) => option).sort((a, b) => a.name.localeCompare(b.name)),
		default: 'webhookMessage',
		description: 'What in Braze calls this workflow',
	},
	...guidance,
	...methods,
	...authenticationChoices,
	...secrets,
	noneWarning,
	...copies,
	...content,
	options,
];
