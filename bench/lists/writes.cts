import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { buildItems } from '../items.cts';
import { assignments, plainPaths } from '../nodes/parameters.cts';
import { waysOf } from './ways.cts';

const TRACKED = 75;
const CATALOG_ITEMS = 50;
const LOOKED_UP = 50;
const MOST_TIMES_SCRIPT = 1.5;
const MOST_TIMES_SCRIPT_ALONE = 1.2;

const byUser = {
	userIdentifier: 'externalUserId',
	externalUserId: '={{ $json.external_user_id }}',
};
const byName = (value: string): IDataObject => ({ __rl: true, mode: 'name', value });

const ownOf = ({ first_name, city, points }: IDataObject): IDataObject => ({
	first_name,
	city,
	points,
});

const row = (attribute: string): IDataObject => ({
	attribute: byName(attribute),
	change: 'set',
	value: `={{ $json.${attribute} }}`,
});

const attributes = waysOf({
	name: 'attributes',
	perRequest: TRACKED,
	path: '/users/track',
	form: {
		resource: 'user',
		operation: 'upsert',
		...byUser,
		attributesSource: 'rows',
		attributeRows: { row: ['first_name', 'city', 'points'].map(row) },
	},
	bodyForOne: `={{ JSON.stringify({ attributes: [{
		external_id: $json.external_user_id, first_name: $json.first_name, city: $json.city, points: $json.points
	}] }) }}`,
	bodyFor: (items) => ({
		attributes: items.map(({ json }) => ({ external_id: json.external_user_id, ...ownOf(json) })),
	}),
	mostTimesFloor: MOST_TIMES_SCRIPT,
});

const events = waysOf({
	name: 'events',
	perRequest: TRACKED,
	path: '/users/track',
	form: {
		resource: 'user',
		operation: 'trackEvent',
		...byUser,
		eventName: byName('points_changed'),
		eventPropertiesSource: 'pairs',
		eventProperties: assignments(plainPaths),
		attributesSource: 'none',
	},
	bodyForOne: `={{ JSON.stringify({ events: [{
		external_id: $json.external_user_id, name: 'points_changed', time: $now.toISO(),
		properties: { first_name: $json.first_name, city: $json.city, points: $json.points }
	}] }) }}`,
	bodyFor: (items) => ({
		events: items.map(({ json }) => ({
			external_id: json.external_user_id,
			name: 'points_changed',
			time: new Date().toISOString(),
			properties: ownOf(json),
		})),
	}),
	mostTimesFloor: MOST_TIMES_SCRIPT,
});

/** @returns items of a catalog, under their own IDs */
const catalogInput = (count: number): INodeExecutionData[] =>
	buildItems(count).map(({ json: { external_user_id: id, ...own }, pairedItem }) => ({
		json: { id, ...own },
		pairedItem,
	}));

const catalogItems = waysOf({
	name: 'catalogItems',
	perRequest: CATALOG_ITEMS,
	method: 'PUT',
	path: '/catalogs/products/items',
	input: catalogInput,
	form: {
		resource: 'catalogItem',
		operation: 'upsert',
		catalogName: byName('products'),
		itemId: '={{ $json.id }}',
		itemFieldsSource: 'inputFields',
	},
	bodyForOne: `={{ JSON.stringify({ items: [{
		id: $json.id, first_name: $json.first_name, city: $json.city, points: $json.points
	}] }) }}`,
	bodyFor: (items) => ({ items: items.map(({ json }) => json) }),
	mostTimesFloor: MOST_TIMES_SCRIPT,
});

const exported = ['braze_id', 'external_id', 'user_aliases', 'email'];

const lookUps = waysOf({
	name: 'lookUps',
	perRequest: LOOKED_UP,
	path: '/users/export/ids',
	form: { resource: 'user', operation: 'get', ...byUser, fieldsToExport: ['email'] },
	bodyForOne: `={{ JSON.stringify({
		external_ids: [$json.external_user_id], fields_to_export: ['braze_id', 'external_id', 'user_aliases', 'email']
	}) }}`,
	bodyFor: (items) => ({
		external_ids: items.map(({ json }) => json.external_user_id),
		fields_to_export: exported,
	}),
	mostTimesFloor: MOST_TIMES_SCRIPT,
});

/** A text that is another one for each user, so that each needs a request of its own. */
const ownText = (json: IDataObject): string =>
	`Hi ${String(json.first_name)}, your code is ${String(json.external_user_id)}`;

const messages = waysOf({
	name: 'messages',
	perRequest: 1,
	path: '/messages/send',
	form: {
		resource: 'message',
		operation: 'send',
		sendTo: 'eachItem',
		...byUser,
		channels: ['sms'],
		smsSubscriptionGroupId: 'group-1',
		smsBody: '=Hi {{ $json.first_name }}, your code is {{ $json.external_user_id }}',
		smsAppId: 'app-1',
	},
	bodyForOne: `={{ JSON.stringify({
		external_user_ids: [$json.external_user_id],
		messages: { sms: {
			subscription_group_id: 'group-1', app_id: 'app-1',
			body: 'Hi ' + $json.first_name + ', your code is ' + $json.external_user_id
		} }
	}) }}`,
	bodyFor: (items) => ({
		external_user_ids: items.map(({ json }) => json.external_user_id),
		messages: {
			sms: { subscription_group_id: 'group-1', body: ownText(items[0].json), app_id: 'app-1' },
		},
	}),
	mostTimesFloor: MOST_TIMES_SCRIPT_ALONE,
	withoutBatching: true,
});

export const writes = { attributes, events, catalogItems, lookUps, messages };
