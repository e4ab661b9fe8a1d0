import { setTimeout as pause } from 'node:timers/promises';

import { TRIGGER_TYPE } from '../engine/brazeNode.cts';
import type { ExportedWorkflow } from '../engine/engine.cts';
import type { N8nClient } from './n8nClient.cts';

/** Events of a batch, as many as Braze sends by default. */
export const BATCH = 100;
/** The type of one event of each batch; the others are alike. */
export const RARE = 'users.messages.email.Bounce';
export const TRIGGER = 'Braze Trigger';
export const CURRENTS_WORKFLOW = 'Events of Currents';

export const SECRET = 'a-secret-of-currents';
const WEBHOOK_ID = '6a1d4d7e-0000-4000-8000-000000000015';
const LONGEST_ACTIVATION_MS = 60_000;
/** Currents wait longer the oftener they fail; how long is not documented. */
const FIRST_WAIT_MS = 500;
const LONGEST_ANSWER_MS = 120_000;
const POLL_MS = 500;

/** A batch of Currents as it leaves Braze. */
export interface EventBatch {
	/** IDs of its events. */
	ids: string[];
	body: string;
}

/** How the requests of a batch ended. */
export interface Answer {
	batch: EventBatch;
	/** HTTP status of the last request; undefined where there was no answer. */
	status?: number;
	/** What that answer or the fault says. */
	text: string;
	/** Until that answer. */
	milliseconds: number;
	/** How the requests before it ended: a status, or a fault. */
	before: string[];
}

/** @returns batches of events that are all different, also from those of another run */
export function makeEventBatches(count: number, run = 'run'): EventBatch[] {
	return Array.from({ length: count }, (_, number) => {
		const ids = Array.from({ length: BATCH }, (_each, index) => `${run}-${number}-${index}`);
		return { ids, body: JSON.stringify({ events: ids.map(eventOf) }) };
	});
}

const eventOf = (id: string, index: number): object => ({
	event_type: index === 0 ? RARE : 'users.messages.email.Open',
	id,
	time: 1_790_000_000 + index,
	user: { user_id: `user-${index}`, external_user_id: `user-${index}`, timezone: 'UTC' },
	properties: {
		campaign_id: 'c0000000-0000-4000-8000-000000000007',
		campaign_name: 'Weekly newsletter',
		dispatch_id: '64f0000000000000000000aa',
		email_address: `user-${index}@example.com`,
		user_agent: 'Mozilla/5.0',
		machine_open: null,
	},
});

/** The smallest workflow that Currents start. */
const workflow: ExportedWorkflow = {
	name: CURRENTS_WORKFLOW,
	nodes: [
		{
			id: 'trigger',
			name: TRIGGER,
			type: TRIGGER_TYPE,
			typeVersion: 1,
			position: [0, 0],
			webhookId: WEBHOOK_ID,
			parameters: { source: 'currents', secret: SECRET },
		},
		{
			id: 'end',
			name: 'End',
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [220, 0],
			parameters: {},
		},
	],
	connections: { [TRIGGER]: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
};

/**
 * Saves and activates a workflow of a Braze Trigger, and waits until every process takes its requests.
 *
 * @param processes addresses of the n8n processes that take webhooks
 * @returns the URL of the trigger at each of them
 * @throws Error where one does not take requests within a minute
 */
export async function publishTrigger(client: N8nClient, processes: string[]): Promise<string[]> {
	const { id } = await client.createWorkflow(workflow);
	await client.activate(id);
	const urls = processes.map((url) => `${url}/webhook/${WEBHOOK_ID}/braze`);
	const deadline = Date.now() + LONGEST_ACTIVATION_MS;
	for (const url of urls) {
		while (!(await isListening(url))) {
			if (Date.now() > deadline) throw new Error(`${url} takes no requests`);
			await pause(POLL_MS);
		}
	}
	return urls;
}

/** A request without a secret is refused by the node, and not found where the node does not listen yet. */
async function isListening(url: string): Promise<boolean> {
	const { status } = await fetch(url, { method: 'POST' });
	return status === 401;
}

interface Sending {
	/** Requests that are open at once. */
	parallel: number;
	/** Requests of one batch: as Braze does, it is sent again after a fault, 429 and 5XX, with growing waits. Default: one. */
	attempts?: number;
	/** Is added to as the batches are done. */
	answers?: Answer[];
}

/** Sends batches to URLs in turn, as a load balancer would; throws nothing. */
export async function sendBatches(
	urls: string[],
	batches: EventBatch[],
	{ parallel, attempts = 1, answers = [] }: Sending,
): Promise<Answer[]> {
	const waiting = [...batches.entries()];
	const work = async (): Promise<void> => {
		for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
			const [index, batch] = entry;
			const urlOf = (attempt: number): string => urls[(index + attempt) % urls.length];
			answers.push(await sendUntilTaken(urlOf, batch, attempts));
		}
	};
	await Promise.all(Array.from({ length: parallel }, work));
	return answers;
}

async function sendUntilTaken(
	urlOf: (attempt: number) => string,
	batch: EventBatch,
	attempts: number,
): Promise<Answer> {
	const before: string[] = [];
	for (;;) {
		const answer = await send(urlOf(before.length), batch);
		const { status = 0, text } = answer;
		const isFinal = status !== 0 && status !== 429 && status < 500;
		if (isFinal || before.length + 1 >= attempts) return { ...answer, before };
		before.push(status === 0 ? text : String(status));
		await pause(FIRST_WAIT_MS * 2 ** (before.length - 1) * (1 + Math.random()));
	}
}

async function send(url: string, batch: EventBatch): Promise<Omit<Answer, 'before'>> {
	const start = performance.now();
	const milliseconds = (): number => performance.now() - start;
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
			body: batch.body,
			signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
		});
		const text = await response.text();
		return { status: response.status, text, milliseconds: milliseconds(), batch };
	} catch (error) {
		return { text: (error as Error).message, milliseconds: milliseconds(), batch };
	}
}
