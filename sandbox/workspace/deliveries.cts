import { createHash } from 'node:crypto';
import type { Delivery, DeliveryCount } from '../records.cts';

/** What reached users, in order. */
export class Deliveries {
	readonly all: Delivery[] = [];

	/** @param added is told of each */
	constructor(private readonly added: (delivery: Delivery) => void) {}

	/** Notes that something reached a user. */
	add(delivery: Omit<Delivery, 'index' | 'contentKey'>): void {
		const { channel, campaignId, canvasId, content } = delivery;
		const contentKey = hash([channel ?? null, campaignId ?? null, canvasId ?? null, content]);
		const noted = { index: this.all.length, ...delivery, contentKey };
		this.all.push(noted);
		this.added(noted);
	}

	/** How often each content reached each user. */
	counts(): DeliveryCount[] {
		const counts = new Map<string, DeliveryCount>();
		for (const { userId, contentKey } of this.all) {
			const key = JSON.stringify([userId, contentKey]);
			const entry = counts.get(key) ?? { userId, contentKey, count: 0 };
			entry.count += 1;
			counts.set(key, entry);
		}
		return [...counts.values()];
	}
}

function hash(value: unknown): string {
	return createHash('sha256')
		.update(JSON.stringify(sorted(value)))
		.digest('hex')
		.slice(0, 16);
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
	return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
