import type { Clock } from '../clock.cts';
import type { SandboxSeed, SeedKey } from '../seed.cts';
import { Sender } from '../sender/sender.cts';
import type { SenderSettings } from '../sender/settings.cts';
import { AddressList } from './addresses.cts';
import { openCampaigns } from './campaigns.cts';
import { openCanvases } from './canvases.cts';
import { Catalogs } from './catalogs.cts';
import { ContentBlocks } from './content-blocks.cts';
import { CustomData } from './custom-data.cts';
import { isoMillis, millis } from './dates.cts';
import { Deliveries } from './deliveries.cts';
import { UserExports } from './exports.cts';
import { openEmailTemplates } from './email-templates.cts';
import { openIntegrations } from './integrations.cts';
import { openLiveActivities } from './live-activities.cts';
import { openPreferenceCenters } from './preference-centers.cts';
import { SdkKeys } from './sdk-keys.cts';
import { openMediaAssets } from './media-assets.cts';
import { Segments } from './segments.cts';
import { SendIds } from './send-ids.cts';
import { SubscriptionGroups } from './subscription-groups.cts';
import { knownTags } from './tags.cts';
import { TransactionalSends } from './transactional-sends.cts';
import { Tasks } from './tasks.cts';
import { Users } from './users.cts';

/** Everything that requests can change, as the seed has it. One line for each collection. */
const collections = {
	users: ({ seed }: Opening) => new Users(seed.users, seed.anyUserExists ?? true),
	customData: ({ seed, users }: Opening) =>
		new CustomData(seed.custom_attributes ?? [], seed.custom_events ?? [], users()),
	campaigns: ({ seed }: Opening) => openCampaigns(seed.campaigns),
	canvases: ({ seed }: Opening) => openCanvases(seed.canvases),
	segments: ({ seed }: Opening) => new Segments(seed.segments),
	emailTemplates: ({ seed }: Opening) => openEmailTemplates(seed.email_templates),
	contentBlocks: ({ seed }: Opening) => new ContentBlocks(seed.content_blocks ?? []),
	catalogs: ({ seed, clock }: Opening) =>
		new Catalogs(seed.catalogs ?? [], () => isoMillis(clock.now())),
	integrations: ({ seed }: Opening) => openIntegrations(seed.integrations ?? []),
	liveActivities: () => openLiveActivities(),
	preferenceCenters: ({ seed }: Opening) => openPreferenceCenters(seed.preference_centers ?? []),
	sdkKeys: ({ seed }: Opening) => new SdkKeys(seed.sdk_keys ?? []),
	mediaAssets: ({ seed }: Opening) => openMediaAssets(seed.media_assets ?? []),
	sendIds: ({ seed }: Opening) => new SendIds(seed.campaigns),
	transactionalSends: () => new TransactionalSends(),
	hardBounces: ({ seed }: Opening) =>
		new AddressList(
			(seed.hard_bounces ?? []).map(({ email, hard_bounced_at: at }) => ({
				name: email,
				at: millis(at),
			})),
		),
	unsubscribes: ({ seed }: Opening) =>
		new AddressList(
			(seed.unsubscribes ?? []).map(({ email, unsubscribed_at: at }) => ({
				name: email,
				at: millis(at),
			})),
		),
	spamReports: ({ seed }: Opening) =>
		new AddressList(
			(seed.spam_reports ?? []).map(({ email, marked_as_spam_at: at }) => ({
				name: email,
				at: millis(at),
			})),
		),
	invalidNumbers: ({ seed }: Opening) =>
		new AddressList(
			(seed.invalid_phone_numbers ?? []).map(({ phone, invalid_detected_at: at, reason }) => ({
				name: phone,
				at: millis(at),
				reason,
			})),
		),
	tasks: () => new Tasks(),
	exports: () => new UserExports(),
	subscriptionGroups: ({ seed }: Opening) => new SubscriptionGroups(seed.subscription_groups ?? []),
};

/** What collections are opened from. */
interface Opening {
	seed: SandboxSeed;
	clock: Clock;
	users: () => Users;
}

type Collections = {
	[Name in keyof typeof collections]: ReturnType<(typeof collections)[Name]>;
};

/** Puts the collections of the seed into a workspace, each opened when it is first asked for: most requests need one or two. */
function openCollections(workspace: Collections, seed: SandboxSeed, clock: Clock): void {
	const opening = { seed, clock, users: () => workspace.users };
	for (const [name, open] of Object.entries(collections)) {
		const define = (property: PropertyDescriptor): void => {
			Object.defineProperty(workspace, name, { ...property, enumerable: true, configurable: true });
		};
		define({
			get: () => {
				const value = open(opening);
				define({ value, writable: true });
				return value;
			},
		});
	}
}

/** What a workspace of Braze holds, and what was delivered. */
export interface Workspace extends Collections {
	readonly seed: SandboxSeed;
	readonly clock: Clock;
	/** Stays the same object for as long as the sandbox runs. */
	readonly deliveries: Deliveries;
	/** What Braze sends by itself; stays the same object, too. */
	readonly sender: Sender;
	/** Sandbox time of the start, in epoch milliseconds. */
	readonly startedAt: number;
	/** Names of the tags that exist. */
	readonly tags: ReadonlySet<string>;
	key(key: string): SeedKey | undefined;
	/** Back to the seed. */
	reset(): void;
}

/** A workspace as its seed has it. */
export function openWorkspace(seed: SandboxSeed, clock: Clock, sends?: SenderSettings): Workspace {
	const deliveries = new Deliveries((delivery) => workspace.sender.delivered(delivery));
	const opened = {
		seed,
		clock,
		deliveries,
		startedAt: clock.now(),
		tags: knownTags(seed),
		key: (key: string) => seed.keys.find((candidate) => candidate.key === key),
		reset() {
			deliveries.all.length = 0;
			openCollections(workspace, seed, clock);
			workspace.sender.reset();
		},
	};
	// The sender needs the workspace that it is a part of.
	const workspace = opened as typeof opened & Collections & { sender: Sender };
	openCollections(workspace, seed, clock);
	workspace.sender = new Sender(workspace, sends);
	return workspace;
}
