import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from './clock.cts';
import type { Delivery, DeliveryCount } from './records.cts';
import type {
	SandboxSeed,
	SeedCampaign,
	SeedCanvas,
	SeedEmailTemplate,
	SeedKey,
	SeedSegment,
} from './seed.cts';
import { Users, type UserProfile } from './users.cts';

/** What a workspace of Braze holds: users, campaigns, Canvases, segments, templates, and what was delivered. */
export class Workspace {
	readonly deliveries: Delivery[] = [];
	/** Sandbox time of the start, in epoch milliseconds. */
	readonly startedAt: number;
	users: Users;
	private sendIds: Set<string>;

	constructor(
		readonly seed: SandboxSeed,
		readonly clock: Clock,
	) {
		this.startedAt = clock.now();
		this.users = this.seededUsers();
		this.sendIds = this.seededSendIds();
	}

	/** Back to the seed. */
	reset(): void {
		this.deliveries.length = 0;
		this.users = this.seededUsers();
		this.sendIds = this.seededSendIds();
	}

	key(key: string): SeedKey | undefined {
		return this.seed.keys.find((candidate) => candidate.key === key);
	}

	campaign(id: unknown): SeedCampaign | undefined {
		return this.seed.campaigns.find((campaign) => campaign.id === id);
	}

	canvas(id: unknown): SeedCanvas | undefined {
		return this.seed.canvases.find((canvas) => canvas.id === id);
	}

	segment(id: unknown): SeedSegment | undefined {
		return this.seed.segments.find((segment) => segment.id === id);
	}

	emailTemplate(id: unknown): SeedEmailTemplate | undefined {
		return this.seed.email_templates.find((template) => template.email_template_id === id);
	}

	/** Whether a user is in a segment; everyone is where none is asked for. */
	isInSegment(user: UserProfile, segmentId: string | undefined): boolean {
		if (segmentId === undefined) return true;
		const members = this.segment(segmentId)?.users ?? [];
		return members === 'all' || members.includes(user.userId);
	}

	hasSendId(campaignId: string, sendId: string): boolean {
		return this.sendIds.has(sendIdKey(campaignId, sendId));
	}

	addSendId(campaignId: string, sendId: string): void {
		this.sendIds.add(sendIdKey(campaignId, sendId));
	}

	/** Notes that something reached a user. */
	deliver(delivery: Omit<Delivery, 'index' | 'contentKey'>): void {
		const { channel, campaignId, canvasId, content } = delivery;
		const contentKey = hash([channel ?? null, campaignId ?? null, canvasId ?? null, content]);
		this.deliveries.push({ index: this.deliveries.length, ...delivery, contentKey });
	}

	/** How often each content reached each user. */
	deliveryCounts(): DeliveryCount[] {
		const counts = new Map<string, DeliveryCount>();
		for (const { userId, contentKey } of this.deliveries) {
			const key = JSON.stringify([userId, contentKey]);
			const entry = counts.get(key) ?? { userId, contentKey, count: 0 };
			entry.count += 1;
			counts.set(key, entry);
		}
		return [...counts.values()];
	}

	private seededUsers(): Users {
		return new Users(this.seed.users, this.seed.anyUserExists ?? true);
	}

	private seededSendIds(): Set<string> {
		return new Set(
			this.seed.campaigns.flatMap((campaign) =>
				(campaign.send_ids ?? []).map((sendId) => sendIdKey(campaign.id, sendId)),
			),
		);
	}
}

function sendIdKey(campaignId: string, sendId: string): string {
	return JSON.stringify([campaignId, sendId]);
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

/** 32 lower-case hex digits, one for each request that sends. */
export function newDispatchId(): string {
	return randomBytes(16).toString('hex');
}

export function newScheduleId(): string {
	return randomUUID();
}

export function newSendId(): string {
	return randomBytes(12).toString('hex');
}
