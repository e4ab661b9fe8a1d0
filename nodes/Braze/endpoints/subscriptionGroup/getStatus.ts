import type { IDataObject } from 'n8n-workflow';

import { fields } from '../../parts/fields';
import { profileEntries } from '../../parts/profile/entries';
import type { Operation } from '../../pipeline/operation';
import { isObject } from '../../schema/convert';
import { subscriber, subscriptionGroupId } from './fields';
import { answersWith } from '../../pipeline/send/success';

/** @returns the state that an answer names for an identifier; Braze may write an address in lower case */
function stateOf({ status }: IDataObject, identifier: string): string | undefined {
	if (!isObject(status)) return undefined;
	const [, state] =
		Object.entries(status).find(([name]) => name === identifier) ??
		Object.entries(status).find(([name]) => name.toLowerCase() === identifier.toLowerCase()) ??
		[];
	return typeof state === 'string' ? state : undefined;
}

/** Braze answers for each identifier that it was asked for, so that items share requests and each gets its own state. */
export const getSubscriptionStatus: Operation = {
	resource: 'subscriptionGroup',
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get subscription group status of user',
	description: 'Get the state of users in one group: subscribed, unsubscribed or unknown',
	endpoint: {
		method: 'GET',
		path: '/subscription/status/get',
		permission: 'subscription.status.get',
		effect: 'read',
		success: answersWith('status'),
		repeat: 'safe',
		parts: [
			fields(subscriptionGroupId),
			profileEntries({
				naming: subscriber,
				lists: { externalUserId: 'external_id', email: 'email', phone: 'phone' },
				bare: ['externalUserId', 'email', 'phone'],
			}),
		],
		// a refusal gives no states at all, and says why
		faults: (answer, { entries }) =>
			(answer.status === undefined ? [] : entries)
				.filter(({ wire }) => stateOf(answer, wire as string) === undefined)
				.map((entry) => ({ entry, reason: 'the answer does not name it' })),
		output: (answer, { request: { query }, entries }) =>
			entries.map(({ list, wire }) => {
				const status = stateOf(answer, wire as string);
				return {
					[list]: wire as string,
					subscription_group_id: query?.subscription_group_id,
					// as Set Status takes it
					subscription_state: status?.toLowerCase(),
				};
			}),
	},
};
