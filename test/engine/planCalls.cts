import type { Call } from '../../nodes/Braze/pipeline/call.ts';
import type { Entry } from '../../nodes/Braze/pipeline/request.ts';
import { planRequests } from '../../nodes/Braze/pipeline/plan/plan.ts';

export const MAX_USERS = 50;

export interface Asked {
	message: number;
	users: number[];
	broadcast: boolean;
}

/** Every message anew, so that only its content can make it equal to another. */
export const callOf = ({ message, users, broadcast }: Asked, itemIndex: number): Call => ({
	itemIndex,
	content: {
		wire: {},
		kept: {},
		bytes: 0,
		request: {
			method: 'POST',
			path: '/messages/send',
			body: {
				...(users.length === 0 && broadcast ? { broadcast } : {}),
				messages: { sms: { body: `text ${message}` } },
			},
			...(users.length === 0 && broadcast ? { reachesUnnamedUsers: true } : {}),
		},
	},
	entries: users.map((user) => ({
		key: `user ${user}`,
		list: 'external_user_ids',
		wire: `user ${user}`,
	})),
	entryBytes: 0,
});

export const plan = (asked: Asked[], limit: number) => {
	const calls = asked.map(callOf);
	return { calls, requests: planRequests(calls, { most: limit }) };
};

/** Attributes or an event of a user, as /users/track takes them. */
export const trackCall = (itemIndex: number, user: number | undefined, events: number): Call => ({
	...callOf({ message: 0, users: [], broadcast: false }, itemIndex),
	entries: [
		...(user === undefined
			? []
			: [
					{
						key: `attributes ${user}`,
						list: 'attributes',
						wire: { user, [`key_${itemIndex}`]: 1 },
					},
				]),
		...Array.from({ length: events }, () => ({ list: 'events', wire: { itemIndex } })),
	],
});

export const joining = {
	most: 75,
	join: (earlier: Entry, later: Entry): Entry => ({
		...earlier,
		wire: { ...(earlier.wire as object), ...(later.wire as object) },
	}),
};
