import type { IDataObject } from 'n8n-workflow';

import { findOperation } from '../../nodes/Braze/endpoints/index.ts';
import { batchOf } from '../../nodes/Braze/pipeline/operation.ts';
import { perRequest } from '../../nodes/Braze/pipeline/read/optionFields.ts';
import type { Sandbox } from '../../sandbox/sandbox.cts';
import { byId, pairs } from '../engine/support.cts';
import { deliveriesByItem, TRIGGERED_CAMPAIGN, userItems } from './support.cts';

const byName = (value: string): IDataObject => ({ __rl: true, mode: 'name', value });

/** An operation that meets the faults, and how the sandbox tells how often each item came about there. */
export interface Subject {
	name: string;
	form: IDataObject;
	/** The items: each has its number in `item`. */
	items: (count: number) => IDataObject[];
	/** Puts into the sandbox what the items are about. */
	arrange?: (sandbox: Sandbox, items: IDataObject[]) => void;
	counts: (sandbox: Sandbox, items: IDataObject[]) => Map<number, number>;
	/** What came about for each user, by item and in order; absent where nobody promises an order. */
	order?: (sandbox: Sandbox) => number[][];
}

const ofUser = { userIdentifier: 'externalUserId', externalUserId: '={{ $json.user }}' };
const ownUsers = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, item) => ({ user: `own-${item}`, item }));

const counted = (found: number[]): Map<number, number> => {
	const counts = new Map<number, number>();
	for (const item of found) counts.set(item, (counts.get(item) ?? 0) + 1);
	return counts;
};

/** The number of an item out of what was written of it. */
const itemIn = (properties: unknown): number => (properties as { item: number }).item;

const profilesOf = ({ workspace }: Sandbox) => workspace.users.everyone();

const attributeOf = (sandbox: Sandbox, user: unknown, name: string): unknown =>
	sandbox.workspace.users.byId(String(user))?.custom_attributes[name];

const CATALOG = 'restaurants';
const rowsOf = ({ workspace }: Sandbox) => workspace.catalogs.find(CATALOG)?.items;

export const subjects: Subject[] = [
	{
		name: 'campaignTrigger.send',
		form: {
			campaignId: byId(TRIGGERED_CAMPAIGN),
			sendTo: 'eachItem',
			...ofUser,
			recipientTriggerPropertiesSource: 'inputFields',
		},
		items: userItems,
		counts: deliveriesByItem,
		order: ({ deliveries }) => {
			const ofUsers = new Map<string, number[]>();
			for (const { userId, content } of deliveries) {
				const { trigger_properties: properties } = content as { trigger_properties: unknown };
				ofUsers.set(userId, [...(ofUsers.get(userId) ?? []), itemIn(properties)]);
			}
			return [...ofUsers.values()];
		},
	},
	{
		name: 'user.trackEvent',
		form: {
			...ofUser,
			eventName: byName('trial_started'),
			eventPropertiesSource: 'inputFields',
			attributesSource: 'none',
		},
		items: userItems,
		counts: (sandbox) =>
			counted(
				profilesOf(sandbox).flatMap(({ events }) => events.map((each) => itemIn(each.properties))),
			),
	},
	{
		name: 'user.trackPurchase',
		form: {
			...ofUser,
			productId: 'running_shoes',
			currency: 'EUR',
			price: 5,
			quantity: 1,
			purchasePropertiesSource: 'inputFields',
			attributesSource: 'none',
		},
		items: userItems,
		counts: (sandbox) =>
			counted(
				profilesOf(sandbox).flatMap(({ purchases }) =>
					purchases.map((each) => itemIn(each.properties)),
				),
			),
	},
	{
		name: 'user.upsert',
		form: { ...ofUser, attributesSource: 'inputFieldsExcept', attributesInputFields: 'user' },
		items: ownUsers,
		counts: (sandbox, items) =>
			counted(
				items.flatMap(({ user, item }) =>
					attributeOf(sandbox, user, 'item') === item ? [item as number] : [],
				),
			),
	},
	{
		name: 'user.upsert',
		form: {
			...ofUser,
			attributesSource: 'rows',
			attributeRows: {
				row: [{ attribute: byName('visits_counted'), change: 'increment', value: '1' }],
			},
		},
		items: ownUsers,
		counts: (sandbox, items) =>
			new Map(
				items.map(({ user, item }) => [
					item as number,
					Number(attributeOf(sandbox, user, 'visits_counted') ?? 0),
				]),
			),
	},
	{
		name: 'catalogItem.create',
		form: {
			catalogName: byName(CATALOG),
			itemId: '={{ $json.user }}',
			itemFieldsSource: 'pairs',
			itemFields: pairs(['Rating', '={{ $json.item }}', 'number']),
		},
		items: ownUsers,
		counts: (sandbox, items) =>
			counted(
				items.flatMap(({ user, item }) =>
					rowsOf(sandbox)?.find(String(user)) ? [item as number] : [],
				),
			),
	},
	{
		name: 'catalogItem.update',
		form: {
			catalogName: byName(CATALOG),
			itemId: '={{ $json.user }}',
			itemFieldsSource: 'json',
			itemFieldsJson: '={"Top_Dishes": {"$add": ["dish-{{ $json.item }}"]}}',
		},
		items: ownUsers,
		arrange: (sandbox, items) => {
			for (const { user } of items) rowsOf(sandbox)?.add({ id: String(user) });
		},
		counts: (sandbox) =>
			counted(
				(rowsOf(sandbox)?.all() ?? [])
					.flatMap(({ Top_Dishes: dishes }) => (dishes ?? []) as string[])
					.filter((dish) => dish.startsWith('dish-'))
					.map((dish) => Number(dish.slice('dish-'.length))),
			),
	},
	{
		name: 'user.delete',
		form: {
			userIdentifier: 'email',
			email: '={{ $json.user }}@example.com',
			prioritization: ['most_recently_updated'],
		},
		items: ownUsers,
		// a second deletion by the same address would take the second profile
		arrange: ({ workspace: { users } }, items) => {
			for (const { user } of items) {
				for (const place of ['first', 'second']) {
					const profile = users.create({ external_id: `${String(user)}-${place}` });
					users.change(profile, () => (profile.email = `${String(user)}@example.com`));
				}
			}
		},
		counts: ({ workspace: { users } }, items) =>
			new Map(
				items.map(({ user, item }) => [
					item as number,
					2 - users.all({ email: `${String(user)}@example.com` }).length,
				]),
			),
	},
];

/** @returns the parameters of a subject with options, so many of its entries to a request */
export function parametersOf(
	{ name, form }: Subject,
	perRequestAtMost: number,
	concurrency: number,
	options: IDataObject,
): IDataObject {
	const [resource, value] = name.split('.');
	const operation = findOperation(resource, value);
	const batch = operation && batchOf(operation.endpoint);
	if (!operation || !batch) throw new Error(`${name} has no batches`);
	const most = operation.endpoint.irreversible ? { mostObjects: 100_000 } : {};
	return {
		resource,
		operation: value,
		...form,
		options: {
			...options,
			...most,
			batching: { batch: { [perRequest(batch).name]: perRequestAtMost, concurrency } },
		},
	};
}
