import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RATE_LIMITS } from './limits.cts';
import { SEED_SCHEMA } from './schemas/seed.cts';
import { check } from './schemas/validate.cts';

export type SubscriptionState = 'opted_in' | 'subscribed' | 'unsubscribed';

export interface SeedKey {
	name: string;
	key: string;
	/** Braze permissions such as "messages.send"; "*" for all. */
	permissions: string[];
}

export interface SeedUser {
	external_id?: string;
	braze_id?: string;
	user_aliases?: Array<{ alias_name: string; alias_label: string }>;
	email?: string;
	first_name?: string;
	last_name?: string;
	/** IANA name; UTC when left out. */
	time_zone?: string;
	push_subscription?: SubscriptionState;
	email_subscription?: SubscriptionState;
	last_used_app?: string;
	custom_attributes?: Record<string, unknown>;
}

export interface SeedCampaign {
	id: string;
	name: string;
	/** api: tracks /messages/*. api_triggered: for /campaigns/trigger/*. scheduled: neither. */
	kind: 'api' | 'api_triggered' | 'scheduled';
	state?: 'active' | 'paused' | 'archived';
	tags?: string[];
	created_at?: string;
	last_edited?: string;
	/** message_variation_id to the key its message has in `messages`. */
	variations: Record<string, string>;
	/** send_ids registered before the sandbox starts. */
	send_ids?: string[];
	/** Only users of this segment get the campaign. */
	segment_id?: string;
}

export interface SeedCanvas {
	id: string;
	name: string;
	state?: 'active' | 'paused' | 'archived';
	tags?: string[];
	created_at?: string;
	last_edited?: string;
	segment_id?: string;
}

export interface SeedSegment {
	id: string;
	name: string;
	tags?: string[];
	created_at?: string;
	analytics_tracking_enabled?: boolean;
	/** external_ids of its users, or all. */
	users: string[] | 'all';
}

export interface SeedEmailTemplate {
	email_template_id: string;
	template_name: string;
	created_at?: string;
	updated_at?: string;
	tags?: string[];
}

/** Something scheduled in the dashboard. */
export interface SeedScheduledBroadcast {
	id: string;
	name: string;
	type: 'Canvas' | 'Campaign';
	tags?: string[];
	/** local_time_zones, intelligent_delivery or the company's time zone. */
	schedule_type: string;
	/** Days after the sandbox's start, and the time of that day. */
	in_days: number;
	time: string;
	/** Left out for a single send. */
	repeats_every_days?: number;
}

export interface SandboxSeed {
	keys: SeedKey[];
	users: SeedUser[];
	campaigns: SeedCampaign[];
	canvases: SeedCanvas[];
	segments: SeedSegment[];
	email_templates: SeedEmailTemplate[];
	scheduled_broadcasts?: SeedScheduledBroadcast[];
	/** True: an id no user here has still gets its message, as if the user existed. Default true. */
	anyUserExists?: boolean;
	/** external_ids a request may name only at the price of an entry in `errors`. */
	invalidUserIds?: string[];
	/** Campaigns, Canvases, segments and templates to invent so that each list has this many. */
	fill?: number;
	/** Limits lower than Braze's, for trying them out. */
	rateLimits?: Partial<typeof RATE_LIMITS>;
}

const DEFAULT_SEED_FILE = join(__dirname, 'seed.json');

/** Reads a seed file; without a name the one beside this module. */
export function readSeed(file = DEFAULT_SEED_FILE): SandboxSeed {
	return JSON.parse(readFileSync(file, 'utf8')) as SandboxSeed;
}

/** Checks a seed and adds invented items until every list has `seed.fill` of them. */
export function prepareSeed(seed: SandboxSeed): SandboxSeed {
	const problems = check(SEED_SCHEMA, seed);
	if (problems.length > 0) {
		throw new Error(`the seed: ${problems.map((problem) => problem.detail).join('; ')}`);
	}
	const wanted = seed.fill ?? 0;
	return {
		...seed,
		campaigns: extend(seed.campaigns, wanted, (id, at) => ({
			id: `c0f10000-0000-4000-8000-${id}`,
			name: `Filler campaign ${id}`,
			kind: 'api_triggered' as const,
			created_at: at,
			variations: { [`filler-email-${Number(id)}`]: 'email' },
		})),
		canvases: extend(seed.canvases, wanted, (id, at) => ({
			id: `caf10000-0000-4000-8000-${id}`,
			name: `Filler Canvas ${id}`,
			created_at: at,
		})),
		segments: extend(seed.segments, wanted, (id, at) => ({
			id: `5ef10000-0000-4000-8000-${id}`,
			name: `Filler segment ${id}`,
			created_at: at,
			users: [],
		})),
		email_templates: extend(seed.email_templates, wanted, (id, at) => ({
			email_template_id: `e0f10000-0000-4000-8000-${id}`,
			template_name: `Filler template ${id}`,
			created_at: at,
		})),
	};
}

const FILLER_START = Date.UTC(2025, 0, 1);
const MINUTE = 60_000;

function extend<Item>(
	items: Item[],
	wanted: number,
	make: (id: string, createdAt: string) => Item,
): Item[] {
	const missing = Math.max(0, wanted - items.length);
	const fillers = Array.from({ length: missing }, (_, index) =>
		make(String(index + 1).padStart(12, '0'), isoSeconds(FILLER_START + index * MINUTE)),
	);
	return [...items, ...fillers];
}

function isoSeconds(epochMs: number): string {
	return new Date(epochMs).toISOString().replace('.000Z', '+00:00');
}
