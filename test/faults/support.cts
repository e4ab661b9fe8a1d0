import { inspect } from 'node:util';
import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import { credentialsFor, sourceAndBraze } from '../../engine/brazeNode.cts';
import { runWorkflow } from '../../engine/engine.cts';
import type { NodeRun, WorkflowRun } from '../../engine/engine.cts';
import { FULL_KEY } from '../../sandbox/keys.cts';
import type { Sandbox } from '../../sandbox/sandbox.cts';

export { FULL_KEY };
export const TRIGGERED_CAMPAIGN = 'c0000000-0000-4000-8000-000000000003';
const REPEATED_USERS = 50;
const REPEATED_EVERY = 500;

/** So many items; the last ones name users a second time, and here and there one names the user of the item before. */
export const userItems = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, item) => {
		const first = item % REPEATED_EVERY === 1 ? item - 1 : item % (count - REPEATED_USERS);
		return { user: `user-${first}`, item };
	});

/** Triggers a campaign for the user of each item, who gets the item's own fields. */
export const triggerParameters = (options: IDataObject = {}): IDataObject => ({
	resource: 'campaignTrigger',
	operation: 'send',
	campaignId: { __rl: true, mode: 'id', value: TRIGGERED_CAMPAIGN },
	sendTo: 'eachItem',
	userIdentifier: 'externalUserId',
	externalUserId: '={{ $json.user }}',
	recipientTriggerPropertiesSource: 'inputFields',
	options,
});

export interface SendOptions {
	url: string;
	items: IDataObject[];
	parameters?: IDataObject;
	apiKey?: string;
	/** Settings of the node: onError, retryOnFail ... */
	node?: Partial<INode>;
	cancel?: AbortSignal;
}

/** New data for each run, as each execution of n8n has; items that share theirs still do. */
function freshItems(items: IDataObject[]): INodeExecutionData[] {
	const copies = new Map<IDataObject, IDataObject>();
	for (const json of items) copies.set(json, { ...json });
	return items.map((json) => ({ json: copies.get(json) ?? json }));
}

/** Runs the node on items in n8n's real engine. */
export async function send({
	url,
	items,
	parameters = triggerParameters(),
	apiKey = FULL_KEY,
	node = { onError: 'continueErrorOutput' },
	cancel,
}: SendOptions): Promise<WorkflowRun> {
	return await runWorkflow(sourceAndBraze(parameters, node), {
		items: freshItems(items),
		credentials: credentialsFor(url, apiKey),
		cancel,
	});
}

/** What a run says became of an item. */
export type Ending = 'delivered' | 'rejected' | 'mayHaveBeenSent' | 'notSent';

/** The input items behind an output item: several where one request was sent for equal items. */
const indexesOf = ({ pairedItem }: INodeExecutionData): number[] => {
	const paired = [pairedItem].flat().map((each) => (typeof each === 'object' ? each.item : each));
	const known = paired.filter((item) => item !== undefined);
	if (known.length > 0 && known.length === paired.length) return known;
	throw new Error('an output item is not paired with its input items');
};

/** @returns what a failed item of the error output says */
export const messageOf = (item: INodeExecutionData | undefined): string =>
	String((item?.json.brazeError as IDataObject | undefined)?.message);

/** @returns how a failure says its item ended */
export function endingOf(message: string): Ending {
	if (/may have been (?:sent|written)/.test(message)) return 'mayHaveBeenSent';
	return /: Not sent, because/.test(message) ? 'notSent' : 'rejected';
}

/** @returns how each item ended, as the two outputs of the node tell; every failure names its item */
export function endingsOf({ output: [sent = [], failed = []] }: NodeRun): Map<number, Ending> {
	const endings = new Map<number, Ending>();
	const add = (index: number, ending: Ending): void => {
		if (endings.has(index)) throw new Error(`item ${index} ended twice`);
		endings.set(index, ending);
	};
	for (const item of sent) for (const index of indexesOf(item)) add(index, 'delivered');
	for (const item of failed) {
		const [index, ...equal] = indexesOf(item);
		const message = messageOf(item);
		if (!message.startsWith(`Item ${index}: `)) {
			throw new Error(`the failure of item ${index} does not name it: ${message}`);
		}
		for (const each of [index, ...equal]) add(each, endingOf(message));
	}
	return endings;
}

/** @returns how often the sandbox delivered each item, by the item's number in what was sent */
export function deliveriesByItem({ deliveries }: Sandbox): Map<number, number> {
	const counts = new Map<number, number>();
	for (const { content } of deliveries) {
		const { item } = (content as { trigger_properties: { item: number } }).trigger_properties;
		counts.set(item, (counts.get(item) ?? 0) + 1);
	}
	return counts;
}

const allowed: Record<Ending, number[]> = {
	delivered: [1],
	rejected: [0],
	notSent: [0],
	mayHaveBeenSent: [0, 1],
};

/** Holds how the items ended, as the node tells it, against how often each came about in the sandbox. */
export function expectAgreement(
	sandbox: Sandbox,
	endings: Map<number, Ending>,
	itemCount: number,
	delivered = deliveriesByItem(sandbox),
): void {
	const wrong: string[] = [];
	for (let item = 0; item < itemCount; item++) {
		const ending = endings.get(item);
		const count = delivered.get(item) ?? 0;
		if (!ending) wrong.push(`item ${item} did not end`);
		else if (!allowed[ending].includes(count)) {
			wrong.push(`item ${item} is ${ending} and was delivered ${count} times`);
		}
	}
	expect(wrong).toEqual([]);
	expect(endings.size).toBe(itemCount);
}

/** Every way in which a key could stand in a text. */
const spellings = (key: string): string[] => [
	key,
	JSON.stringify(key).slice(1, -1),
	JSON.stringify(JSON.stringify(key)).slice(3, -3),
	encodeURIComponent(key),
	encodeURI(key),
	key.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;'),
	Buffer.from(key).toString('base64'),
];

/** Everything a value holds as text: what JSON shows of it, and what only a debugger does. */
const textsOf = (value: unknown): string[] => [
	JSON.stringify(value) ?? '',
	inspect(value, { depth: 12, showHidden: true, maxArrayLength: 200, maxStringLength: null }),
];

/** The key stands nowhere in what a run shows or logs. */
export function expectNoKey(key: string, ...shown: unknown[]): void {
	for (const text of shown.flatMap(textsOf)) {
		for (const spelling of spellings(key)) expect(text.includes(spelling)).toBe(false);
	}
}
