import { readSeed } from '../../sandbox/seed.cts';
import { NOW, userId } from './support.cts';

/** Addresses without a user that have unsubscribed. */
export const MANY = 1100;

/** Subscription groups beside those of the seed. */
export const groups = Array.from({ length: 30 }, (_, index) => ({
	id: `group-${index}`,
	name: `Group ${index}`,
	channel: 'email',
}));

const seed = readSeed();

/** A workspace of 120 users, many groups and many unsubscribed addresses. */
export const consentBench = {
	now: NOW,
	seed: {
		...seed,
		users: Array.from({ length: 120 }, (_, index) => ({
			external_id: userId(index + 1),
			email: `${userId(index + 1)}@example.com`,
			phone: `+1555010${String(index + 1).padStart(4, '0')}`,
		})),
		subscription_groups: [...(seed.subscription_groups ?? []), ...groups],
		unsubscribes: Array.from({ length: MANY }, (_, index) => ({
			email: `former-${index}@example.com`,
			unsubscribed_at: '2026-01-13T08:00:00Z',
		})),
	},
};
