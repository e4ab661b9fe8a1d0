import { setTimeout as pause } from 'node:timers/promises';

import { readExamples } from '../demo/readExamples.cts';
import { FULL_KEY } from '../sandbox/keys.cts';
import { callbackUrl, contentTag, webhookMessage } from './braze.cts';
import type { TriggerAddress } from './braze.cts';
import type { N8nClient } from './n8nClient.cts';
import { readRun } from './runs.cts';

const PATIENCE_MS = 60_000;
const POLL_MS = 500;
const LONGEST_PAGE = 100;
/** "Members" and "Password reset" of the sandbox. */
const SEGMENT_ID = '5e000000-0000-4000-8000-000000000002';
const CAMPAIGN_ID = 'c0000000-0000-4000-8000-000000000008';
const SMS = {
	subscription_group_id: '50000000-0000-4000-8000-000000000001',
	app_id: 'a9000000-0000-4000-8000-000000000001',
};
const EMAIL = {
	app_id: 'a9000000-0000-4000-8000-000000000001',
	subject: 'Order 4711',
	from: 'Shop <shop@example.com>',
	body: '<p>Thank you</p>',
};

interface Delivery {
	userId: string;
	channel?: string;
	content: Record<string, unknown>;
	rendered?: Record<string, unknown>;
}

/** What is tried, by HTTP alone, as a browser would. */
class Check {
	constructor(
		private readonly client: N8nClient,
		private readonly sandboxUrl: string,
	) {}

	/** Waits until something is so. */
	async until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
		const deadline = Date.now() + PATIENCE_MS;
		while (Date.now() < deadline) {
			const found = await look();
			if (found !== undefined) {
				console.log(`  ok  ${what}`);
				return found;
			}
			await pause(POLL_MS);
		}
		throw new Error(`NOT OK  ${what}: not in ${PATIENCE_MS / 1000} s`);
	}

	/** Asks the sandbox for something that Braze would not tell, or its REST API. */
	async braze<T>(path: string, body?: unknown): Promise<T> {
		const response = await fetch(`${this.sandboxUrl}${path}`, {
			method: body === undefined ? 'GET' : 'POST',
			headers: { authorization: `Bearer ${FULL_KEY}`, 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
		return JSON.parse(text) as T;
	}

	async send(messages: object): Promise<void> {
		await this.braze('/messages/send', { external_user_ids: ['user-001'], messages });
	}

	deliveries = async (): Promise<Delivery[]> => await this.braze('/sandbox/deliveries');

	/** Gives the place of the newest delivery for which something holds; undefined where there is none. */
	async newest(holds: (delivery: Delivery) => boolean): Promise<number | undefined> {
		const index = (await this.deliveries()).findLastIndex(holds);
		return index === -1 ? undefined : index;
	}

	/** @param number the first figures of the file of an example */
	async workflowId(number: string): Promise<string> {
		const name = readExamples().find(({ file }) => file.startsWith(number))?.workflow.name;
		const found = (await this.client.workflows()).find((workflow) => workflow.name === name);
		if (!found) throw new Error(`n8n has no workflow of example ${number}`);
		return found.id;
	}

	/** Waits for an execution of a workflow that ended well and whose data holds a text. */
	async execution(number: string, text: string): Promise<void> {
		const filter = encodeURIComponent(
			JSON.stringify({ workflowId: await this.workflowId(number) }),
		);
		const path = `/rest/executions?limit=${LONGEST_PAGE}&filter=${filter}`;
		await this.until(`an execution of example ${number} has ${text}`, async () => {
			const { results } = await this.client.call<{
				results: Array<{ id: string; status: string }>;
			}>('GET', path);
			const ended = results.filter(({ status }) => !['new', 'running'].includes(status));
			const bad = ended.find(({ status }) => status !== 'success');
			if (bad) throw new Error(`NOT OK  execution ${bad.id} of example ${number} is ${bad.status}`);
			for (const { id } of ended) {
				const run = readRun((await this.client.execution(id)).data);
				if (JSON.stringify(run?.resultData.runData).includes(text)) return id;
			}
			return undefined;
		});
	}
}

/** Whether both directions work as the playground says: from n8n to Braze, and in each way from Braze to n8n. */
export async function checkBothWays(
	client: N8nClient,
	sandboxUrl: string,
	triggers: TriggerAddress[],
): Promise<void> {
	const check = new Check(client, sandboxUrl);
	await checkOrder(client);
	await checkToBraze(check, client);
	await checkEvents(check);
	await checkPostback(check);
	await checkContent(check, triggers);
	await checkWebhook(check, triggers);
	await checkCallback(check, triggers);
	console.log('Both directions work.');
}

async function checkToBraze(check: Check, client: N8nClient): Promise<void> {
	await client.run(await check.workflowId('01'), 'When clicking ‘Execute workflow’');
	await check.until('an SMS of example 01 lies in the inbox', async () =>
		check.newest(({ channel }) => channel === 'sms'),
	);
}

/** n8n's overview shows first what was saved last. */
async function checkOrder(client: N8nClient): Promise<void> {
	const names = readExamples().map(({ workflow }) => workflow.name);
	const shown = await client.call<Array<{ name: string }>>(
		'GET',
		'/rest/workflows?sortBy=updatedAt:desc',
	);
	const isRight = shown.map(({ name }) => name).join('\n') === names.join('\n');
	if (!isRight) throw new Error(`NOT OK  order: ${shown.map(({ name }) => name).join(', ')}`);
	console.log('  ok  the overview shows the examples in their order');
}

async function checkEvents(check: Check): Promise<void> {
	await check.send({ sms: { ...SMS, body: 'Your parcel is on its way' } });
	const sms = await check.until('an SMS lies in the inbox', async () =>
		check.newest(({ content }) => content.body === 'Your parcel is on its way'),
	);
	await check.braze(`/sandbox/deliveries/${sms}/reply`, { text: 'When will it arrive?' });
	await check.execution('20', 'When will it arrive?');
	await check.until('the answer lies in the inbox', async () =>
		check.newest(({ content }) => String(content.body).includes('your parcel arrives tomorrow')),
	);
	await check.send({ email: EMAIL });
	const email = await check.until('an email lies in the inbox', async () =>
		check.newest(({ content }) => content.subject === EMAIL.subject),
	);
	await check.braze(`/sandbox/deliveries/${email}/bounce`, {});
	await check.execution('21', 'users.messages.email.Bounce');
}

async function checkPostback(check: Check): Promise<void> {
	await check.braze('/sandbox/transactional', {
		dispatchId: 'd0000000000000000000000000000001',
		campaignId: CAMPAIGN_ID,
		externalSendId: 'user-002_order-4712',
		outcome: 'bounced',
		reason: '550 no such mailbox',
	});
	await check.execution('22', 'user-002_order-4712');
	await check.until('the SMS in its place lies in the inbox', async () =>
		check.newest(({ content }) => String(content.body).includes('did not reach your mailbox')),
	);
}

async function checkContent(check: Check, triggers: TriggerAddress[]): Promise<void> {
	await check.send({ sms: { ...SMS, body: `${contentTag(triggers)}Your code: {{reply.code}}` } });
	await check.until('content of n8n stands in a message', async () =>
		check.newest(({ rendered }) => rendered?.body === 'Your code: WELCOME-001'),
	);
}

async function checkWebhook(check: Check, triggers: TriggerAddress[]): Promise<void> {
	await check.braze('/users/track', { attributes: [{ external_id: 'user-001', points: 640 }] });
	await check.send({ webhook: webhookMessage(triggers) });
	await check.execution('28', 'gold');
	await check.until('the tier stands in the profile', async () => {
		const body = { external_ids: ['user-001'], fields_to_export: ['custom_attributes'] };
		const { users } = await check.braze<{
			users: Array<{ custom_attributes?: Record<string, unknown> }>;
		}>('/users/export/ids', body);
		return users[0]?.custom_attributes?.tier === 'gold' ? true : undefined;
	});
}

async function checkCallback(check: Check, triggers: TriggerAddress[]): Promise<void> {
	await check.braze('/users/export/segment', {
		segment_id: SEGMENT_ID,
		fields_to_export: ['external_id'],
		callback_endpoint: callbackUrl(triggers, 'members'),
	});
	await check.execution('29', 'members');
}
