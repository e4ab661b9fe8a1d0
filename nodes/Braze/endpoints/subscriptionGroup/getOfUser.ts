import { isObject } from '../../schema/convert';
import { profile } from '../../parts/profile';
import type { Operation } from '../../pipeline/operation';
import { byOffset } from '../../pipeline/send/paging';
import { subscriber } from './fields';

/** Profiles on a page (Braze docs). */
const PAGE_SIZE = 100;

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
			return found.map((user) => ({ found: true, ...user }));
		},
	},
};
