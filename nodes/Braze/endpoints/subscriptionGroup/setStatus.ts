import type { IDataObject } from 'n8n-workflow';

import { groupOf } from '../../parts/attributes/operations';
import { joinEqual } from '../../parts/entries';
import { describeProfile, readProfile } from '../../parts/profile';
import type { IdentifierKind } from '../../parts/profile';
import { noun } from '../../pipeline/effect';
import type { Operation } from '../../pipeline/operation';
import type { Part } from '../../pipeline/part';
import { canonicalJson } from '../../pipeline/plan/canonicalJson';
import type { Entry, PlaceEntry } from '../../pipeline/request';
import { checkObject } from '../../schema/check';
import { describeFlat } from '../../schema/describe';
import type { BrazeField } from '../../schema/field';
import { InvalidInput, quote } from '../../schema/invalidInput';
import { writeFlat } from '../../schema/write';
import { SUBSCRIPTIONS_RATE_LIMIT } from '../rateLimits';
import { MAX_USERS_PER_REQUEST, subscriber, subscriptionGroupId } from './fields';
import { messageOfSuccess } from '../../pipeline/send/success';
import { isE164 } from '../../parts/profile/phoneForm';

/** Groups in one request: Braze names no limit, and this is what is known to work. */
const MAX_GROUPS_PER_REQUEST = 25;

const lists: Partial<Record<IdentifierKind, string>> = {
	externalUserId: 'external_ids',
	email: 'emails',
	phone: 'phones',
};

const groups: BrazeField = {
	displayName: 'Subscription Groups',
	name: 'subscriptionGroups',
	type: 'fixedCollection',
	flat: true,
	default: { group: [{}] },
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Group' },
	placeholder: 'Add Group',
	description:
		'The groups to set and the state in each; email groups and phone groups may be mixed for an external user ID only',
	minItems: 1,
	maxItems: MAX_GROUPS_PER_REQUEST,
	options: [
		{
			displayName: 'Group',
			name: 'group',
			values: [
				subscriptionGroupId,
				{
					displayName: 'Subscription State',
					name: 'subscriptionState',
					type: 'options',
					required: true,
					default: 'unsubscribed',
					options: [
						{ name: 'Subscribed', value: 'subscribed' },
						{ name: 'Unsubscribed', value: 'unsubscribed' },
					],
				},
				{
					displayName: 'Use Double Opt-In',
					name: 'useDoubleOptInLogic',
					type: 'boolean',
					default: false,
					description: 'Whether a user who is subscribed to an SMS group is asked to confirm first',
				},
			],
		},
	],
};

const form = { name: '', displayName: '', fields: [groups] };

/** What a group holds besides its users. */
function withoutUsers(group: IDataObject, list: string): IDataObject {
	const rest = { ...group };
	delete rest[list];
	return rest;
}

const groupKey = ({ list, wire }: Entry): string =>
	canonicalJson(withoutUsers(wire as IDataObject, list));

/** Into the group of the body that has the same ID and state. */
const intoItsGroup: PlaceEntry = (body, entry) => {
	const { list } = entry;
	const wire = entry.wire as IDataObject;
	const inBody = (body.subscription_groups ??= []) as IDataObject[];
	const own = groupKey(entry);
	let group = inBody.find((each) => canonicalJson(withoutUsers(each, list)) === own);
	if (!group) {
		group = { ...wire, [list]: [] };
		inBody.push(group);
	}
	(group[list] as unknown[]).push(wire[list]);
};

/** Braze keeps no order within a request, so which of two states stays would be chance. */
function refuseRepeatedGroup(rows: IDataObject[]): void {
	const place = rows.findIndex((row, index) =>
		rows.slice(0, index).some((earlier) => groupOf(earlier) === groupOf(row)),
	);
	if (place < 0) return;
	throw new InvalidInput(
		`${groups.displayName} ${place + 1}`,
		`names the group ${quote(rows[place].subscription_group_id)} a second time`,
		'Keep one of the two rows',
	);
}

/** The user of an item in each of its groups. */
const subscriptions: Part = {
	describe: (show) => [...describeProfile(subscriber, show), ...describeFlat(form, show)],
	entries: (parameters, writing) => {
		const { kind, wire: named, key } = readProfile(subscriber, parameters);
		const [user] = Object.values(named) as string[];
		const wire = writeFlat(form, parameters.read, writing);
		const rows = (wire.subscription_groups ?? []) as IDataObject[];
		if (rows.length === 0) {
			throw new InvalidInput(groups.displayName, 'is empty', 'Add at least one group');
		}
		checkObject(form, wire);
		// Braze refuses any other form here (Braze docs)
		if (kind === 'phone' && !isE164(user)) {
			throw new InvalidInput(
				'Phone',
				`is ${quote(user)}`,
				'Braze takes E.164 alone here: a plus sign, the country code and the number, digits only',
			);
		}
		refuseRepeatedGroup(rows);
		const list = lists[kind] as string;
		return rows.map(({ use_double_opt_in_logic: doubleOptIn, ...group }) => ({
			list,
			wire: {
				...group,
				...(doubleOptIn === true ? { use_double_opt_in_logic: true } : {}),
				[list]: user,
			},
			key: `${key} ${groupOf(group)}`,
		}));
	},
	batch: {
		lists: Object.values(lists),
		most: MAX_USERS_PER_REQUEST,
		noun: noun('status', 'statuses'),
		oneList: true,
		join: joinEqual,
		recipient: ({ list, wire }) => {
			const kind = Object.keys(lists).find((each) => lists[each as IdentifierKind] === list);
			return { [subscriber.keys[kind as IdentifierKind] as string]: (wire as IDataObject)[list] };
		},
		groups: { of: groupKey, most: MAX_GROUPS_PER_REQUEST },
		place: intoItsGroup,
	},
};

export const setSubscriptionStatus: Operation = {
	resource: 'subscriptionGroup',
	value: 'setStatus',
	name: 'Set Status',
	action: 'Set subscription group status of user',
	description: 'Subscribe users to groups of email, SMS or WhatsApp messages, or unsubscribe them',
	endpoint: {
		method: 'POST',
		path: '/v2/subscription/status/set',
		permission: 'subscription.status.set',
		rateLimit: SUBSCRIPTIONS_RATE_LIMIT,
		effect: 'write',
		success: messageOfSuccess,
		repeat: 'safe',
		parts: [subscriptions],
	},
};
