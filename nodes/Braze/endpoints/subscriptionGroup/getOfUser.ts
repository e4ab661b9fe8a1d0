import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../schema/convert';
import { profile } from '../../parts/profile';
import type { Operation } from '../../pipeline/operation';
import { byOffset } from '../../pipeline/send/paging';
import { subscriber } from './fields';

/** Profiles on a page (Braze docs). */
const PAGE_SIZE = 100;

/** Braze gives a state with a capital letter and takes it without one, so that it comes out as Set Status takes it. */
function withPlainStates({ subscription_groups: groups, ...user }: IDataObject): IDataObject {
	if (!Array.isArray(groups)) return { ...user, subscription_groups: [] };
	const plain = (groups as unknown[]).filter(isObject).map((group) => ({
		...group,
		status: typeof group.status === 'string' ? group.status.toLowerCase() : group.status,
	}));
	return { ...user, subscription_groups: plain };
}

export const getSubscriptionGroupsOfUser: Operation = {
	resource: 'subscriptionGroup',
	value: 'getOfUser',
	name: 'Get of User',
	action: 'Get subscription groups of user',
	description: 'Get the groups in which a state was ever set for a user, with the state in each',
	endpoint: {
		method: 'GET',
		path: '/subscription/user/status',
		permission: 'subscription.groups.get',
		effect: 'read',
		repeat: 'safe',
		parts: [profile(subscriber)],
		paging: byOffset('users', PAGE_SIZE),
		output: ({ users }, { request: { query } }) => {
			const found = (users as unknown[]).filter(isObject);
			if (found.length === 0) return [{ found: false, ...query }];
			return found.map((user) => ({ found: true, ...withPlainStates(user) }));
		},
	},
};
