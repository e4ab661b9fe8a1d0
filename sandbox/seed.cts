import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RATE_LIMITS, type RateLimitName } from './limits.cts';
import {
	boolean,
	identifier,
	list,
	object,
	string,
	type JsonSchema,
} from './schemas/json-schema.cts';
import { check } from './schemas/validate.cts';
import {
	hardBounceSchema,
	invalidNumberSchema,
	spamReportSchema,
	unsubscribeSchema,
	type SeedHardBounce,
	type SeedInvalidNumber,
	type SeedSpamReport,
	type SeedUnsubscribe,
} from './workspace/addresses.cts';
import { campaignSchema, fillerCampaign, type SeedCampaign } from './workspace/campaigns.cts';
import { canvasSchema, fillerCanvas, type SeedCanvas } from './workspace/canvases.cts';
import { catalogSchema, type SeedCatalog } from './workspace/catalogs.cts';
import {
	contentBlockSchema,
	fillerContentBlock,
	type SeedContentBlock,
} from './workspace/content-blocks.cts';
import {
	customAttributeSchema,
	customEventSchema,
	type SeedCustomAttribute,
	type SeedCustomEvent,
} from './workspace/custom-data.cts';
import { isoSeconds } from './workspace/dates.cts';
import {
	emailTemplateSchema,
	fillerEmailTemplate,
	type SeedEmailTemplate,
} from './workspace/email-templates.cts';
import { integrationSchema, type Integration } from './workspace/integrations.cts';
import { preferenceCenterSchema, type PreferenceCenter } from './workspace/preference-centers.cts';
import { sdkKeySchema, type SdkKey } from './workspace/sdk-keys.cts';
import { mediaAssetSchema, type SeedMediaAsset } from './workspace/media-assets.cts';
import {
	scheduledBroadcastSchema,
	type SeedScheduledBroadcast,
} from './workspace/scheduled-broadcasts.cts';
import { fillerSegment, segmentSchema, type SeedSegment } from './workspace/segments.cts';
import {
	subscriptionGroupSchema,
	type SeedSubscriptionGroup,
} from './workspace/subscription-groups.cts';
import { userSchema, type SeedUser } from './workspace/users.cts';

export interface SeedKey {
	name: string;
	key: string;
	/** Braze permissions such as "messages.send"; "*" for all. */
	permissions: string[];
}

export interface SandboxSeed {
	keys: SeedKey[];
	users: SeedUser[];
	campaigns: SeedCampaign[];
	canvases: SeedCanvas[];
	segments: SeedSegment[];
	email_templates: SeedEmailTemplate[];
	scheduled_broadcasts?: SeedScheduledBroadcast[];
	content_blocks?: SeedContentBlock[];
	catalogs?: SeedCatalog[];
	integrations?: Integration[];
	preference_centers?: PreferenceCenter[];
	sdk_keys?: SdkKey[];
	media_assets?: SeedMediaAsset[];
	subscription_groups?: SeedSubscriptionGroup[];
	hard_bounces?: SeedHardBounce[];
	unsubscribes?: SeedUnsubscribe[];
	spam_reports?: SeedSpamReport[];
	invalid_phone_numbers?: SeedInvalidNumber[];
	/** Custom attributes and events besides those that some user has. */
	custom_attributes?: SeedCustomAttribute[];
	custom_events?: SeedCustomEvent[];
	/** Tags besides those that something has. */
	tags?: string[];
	/** True: an id no user here has still gets its message, as if the user existed. Default true. */
	anyUserExists?: boolean;
	/** external_ids of the Global Control Group. */
	globalControlGroup?: string[];
	/** True: exports go to storage of the customer's own, so that no address of a file is told. */
	cloudStorage?: boolean;
	/** Objects that a contract allows in a request to /users/track, where that is fewer than usual. */
	trackedObjects?: number;
	/** external_ids a request may name only at the price of an entry in `errors`. */
	invalidUserIds?: string[];
	/** Campaigns, Canvases, segments, templates and Content Blocks to invent so that each list has this many. */
	fill?: number;
	/** Limits lower than Braze's, for trying them out. */
	rateLimits?: Partial<Record<RateLimitName, number>>;
}

const key = object('key', { name: identifier, key: identifier, permissions: list(identifier) }, [
	'name',
	'key',
	'permissions',
]);

const limit: JsonSchema = { type: 'integer', minimum: 0 };

/** Lower rate limits by name, as JSON. */
export const RATE_LIMITS_SCHEMA = object(
	'rate limits',
	Object.fromEntries(Object.keys(RATE_LIMITS).map((name) => [name, limit])),
);

const SEED_SCHEMA = object(
	'seed',
	{
		keys: list(key),
		users: list(userSchema),
		campaigns: list(campaignSchema),
		canvases: list(canvasSchema),
		segments: list(segmentSchema),
		email_templates: list(emailTemplateSchema),
		scheduled_broadcasts: list(scheduledBroadcastSchema),
		content_blocks: list(contentBlockSchema),
		catalogs: list(catalogSchema),
		integrations: list(integrationSchema),
		preference_centers: list(preferenceCenterSchema),
		sdk_keys: list(sdkKeySchema),
		media_assets: list(mediaAssetSchema),
		subscription_groups: list(subscriptionGroupSchema),
		hard_bounces: list(hardBounceSchema),
		unsubscribes: list(unsubscribeSchema),
		spam_reports: list(spamReportSchema),
		invalid_phone_numbers: list(invalidNumberSchema),
		custom_attributes: list(customAttributeSchema),
		custom_events: list(customEventSchema),
		tags: list(string),
		anyUserExists: boolean,
		globalControlGroup: list(identifier),
		cloudStorage: boolean,
		invalidUserIds: list(identifier),
		trackedObjects: limit,
		fill: limit,
		rateLimits: RATE_LIMITS_SCHEMA,
	},
	['keys', 'users', 'campaigns', 'canvases', 'segments', 'email_templates'],
);

const DEFAULT_SEED_FILE = join(__dirname, 'seed.json');

/** Reads a seed file; without a name the one beside this module. */
export function readSeed(file = DEFAULT_SEED_FILE): SandboxSeed {
	return JSON.parse(readFileSync(file, 'utf8')) as SandboxSeed;
}

let usual: SandboxSeed | undefined;

/** @returns the seed beside this module, read and checked once */
export function usualSeed(): SandboxSeed {
	usual ??= prepareSeed(readSeed());
	return { ...usual };
}

/** Checks a seed and adds invented items until every list has `seed.fill` of them. */
export function prepareSeed(seed: SandboxSeed): SandboxSeed {
	const problems = check(SEED_SCHEMA, seed);
	if (problems.length > 0) {
		throw new Error(`the seed: ${problems.map((problem) => problem.detail).join('; ')}`);
	}
	if (seed.fill === undefined) return { ...seed };
	return {
		...seed,
		campaigns: extend(seed.campaigns, seed.fill, fillerCampaign),
		canvases: extend(seed.canvases, seed.fill, fillerCanvas),
		segments: extend(seed.segments, seed.fill, fillerSegment),
		email_templates: extend(seed.email_templates, seed.fill, fillerEmailTemplate),
		content_blocks: extend(seed.content_blocks ?? [], seed.fill, fillerContentBlock),
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
