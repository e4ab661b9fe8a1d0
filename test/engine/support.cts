import { inspect } from 'node:util';

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { CredentialDefaults } from '../../credentials/instances.ts';
import { credentialsFor } from '../../engine/brazeNode.cts';
import { runBraze, type NodeRun, type NodeRunOptions } from '../../engine/engine.cts';
import {
	startSandbox,
	type RecordedRequest,
	type Sandbox,
	type SandboxOptions,
} from '../../sandbox/sandbox.cts';
import { CANVAS, FULL_KEY, TRIGGERED_CAMPAIGN } from '../sandbox/support.cts';

export * from '../sandbox/support.cts';

export type Parameters = IDataObject;

interface BenchRun extends Omit<NodeRunOptions, 'credentials'> {
	apiKey?: string;
	/** What the credential holds besides its address and its key. */
	defaults?: CredentialDefaults;
	/** Something else than the sandbox to send to. */
	url?: string;
}

/** A sandbox for one test file and the node on its own before it. */
export interface Bench {
	sandbox: Sandbox;
	/** Runs the node; whatever it gives or throws must not hold the API key. */
	run(options: BenchRun): Promise<NodeRun>;
	/** The bodies that reached the sandbox, in order. */
	bodies(): IDataObject[];
	/** The only request that reached the sandbox. */
	onlyRequest(): RecordedRequest;
}

/** Starts a sandbox before the tests of a file, empties it before each and closes it after them. */
export function openBench(options: SandboxOptions = {}): Bench {
	const bench: Bench = {
		sandbox: undefined as unknown as Sandbox,
		run: async ({ apiKey = FULL_KEY, url = bench.sandbox.url, defaults = {}, ...options }) => {
			const credentials = credentialsFor(url, apiKey, defaults);
			const run = await runBraze({ ...options, credentials });
			expect(inspect(run, { depth: null, showHidden: true })).not.toContain(apiKey);
			return run;
		},
		bodies: () => bench.sandbox.requests.map(({ body }) => body as IDataObject),
		onlyRequest: () => {
			expect(bench.sandbox.requests).toHaveLength(1);
			return bench.sandbox.requests[0];
		},
	};
	beforeAll(async () => {
		bench.sandbox = await startSandbox(options);
	});
	beforeEach(() => bench.sandbox.reset());
	afterAll(async () => await bench.sandbox.close());
	return bench;
}

/** A resource locator as the editor stores it. */
export const byId = (value: string): IDataObject => ({ __rl: true, mode: 'id', value });

/** n8n's typed pairs as the editor stores them. */
export const pairs = (...assignments: Array<[string, unknown, string]>): IDataObject =>
	({
		assignments: assignments.map(([name, value, type], index) => ({
			id: `pair-${index}`,
			name,
			value,
			type,
		})),
	}) as IDataObject;

export const smsForm: Parameters = {
	channels: ['sms'],
	smsSubscriptionGroupId: 'group-1',
	smsBody: 'Hi',
	smsAppId: 'app-1',
};

/** What `smsForm` becomes under `messages`. */
export const smsMessages = {
	sms: { subscription_group_id: 'group-1', body: 'Hi', app_id: 'app-1' },
};

export const perItem: Parameters = {
	sendTo: 'eachItem',
	userIdentifier: 'externalUserId',
	externalUserId: '={{ $json.id }}',
};

/** A message to the user that each item names in `id`. */
export const messageForm = (more: Parameters = {}): Parameters => ({
	resource: 'message',
	operation: 'send',
	...perItem,
	...smsForm,
	...more,
});

/** A campaign triggered for the user that each item names in `id`. */
export const campaignForm = (more: Parameters = {}): Parameters => ({
	resource: 'campaignTrigger',
	operation: 'send',
	campaignId: byId(TRIGGERED_CAMPAIGN),
	...perItem,
	...more,
});

/** A Canvas triggered for the user that each item names in `id`. */
export const canvasForm = (more: Parameters = {}): Parameters => ({
	resource: 'canvasTrigger',
	operation: 'send',
	canvasId: byId(CANVAS),
	...perItem,
	...more,
});

/** A message to users of a list, which names no data of the items. */
export const listForm = (options: IDataObject = {}): IDataObject =>
	messageForm({ sendTo: 'userList', externalUserIds: 'user-001, user-002', options });

/** A form's options under which nothing is sent twice. */
export const once = { options: { maxAttempts: 1 } };

/** A node that goes on, with what fails on its error output. */
export const toErrorOutput = { onError: 'continueErrorOutput' as const };

/** A node that n8n runs again where it fails. */
export const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

/** Counts a message under a campaign. */
export const tracked = (campaign: string, more: Parameters = {}): Parameters => ({
	additionalFields: { campaignId: byId(campaign), ...more },
});

/** The numbered item of a user: `user-001` is the first. */
export const userId = (number: number): string => `user-${String(number).padStart(3, '0')}`;

/** Items that name so many users, one each. */
export const userItems = (count: number, more: (number: number) => IDataObject = () => ({})) =>
	Array.from({ length: count }, (_, index) => ({ id: userId(index + 1), ...more(index + 1) }));

/** What the failures of an error output say. */
export const failuresIn = (items: INodeExecutionData[] = []): string[] =>
	items.map(({ json }) => String((json.brazeError as IDataObject | undefined)?.message));

/** What an error shows: the title, and the description below it. */
export const shownBy = (error?: { message: string; description?: string | null }): string =>
	`${error?.message}. ${error?.description ?? ''}`;

/** Success items without what names the user of each. */
export const answersOf = (items: INodeExecutionData[] = []): IDataObject[] =>
	items.map(({ json: { recipient, recipients, ...answer } }) => answer);

/** What an output item says, without what n8n adds around it. */
export const jsonOf = (items: INodeExecutionData[] = []): IDataObject[] =>
	items.map(({ json }) => json);

/** The input items behind each output item of a run in which each has its own. */
export const ownPairs = (count: number) => Array.from({ length: count }, (_, item) => ({ item }));

/** The input item behind each output item. */
export const pairedOf = (items: INodeExecutionData[] = []): unknown[] =>
	items.map(({ pairedItem }) => pairedItem);
