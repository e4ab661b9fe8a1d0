import type { IDataObject } from 'n8n-workflow';

import { jsonOf, NOW, openBench, userItems } from '../engine/support.cts';
import { hasPath, sampleMessages, sampleSeed } from '../engine/sampleMessages.cts';
import { find } from '../unit/messages/support.cts';
import { documentedEndpoints, renamed } from './endpoints.cts';
import { documentedObjects } from './objects.cts';
import { creationFor, runsOf, sentIn } from './requests.cts';

const seed = sampleSeed();
const bench = openBench({ now: NOW, seed });

const today = (path: string): string => renamed.paths[path] ?? path;
const paths = [...new Set(documentedEndpoints.map(({ path }) => today(path)))];
const runs = runsOf(seed.campaigns[0].variations);

/** Runs every form of an endpoint, and gives what the sandbox accepted at it. */
async function acceptedAt(path: string): Promise<IDataObject[]> {
	const bodies: IDataObject[] = [];
	for (const parameters of runs[path]) {
		const items: IDataObject[] = userItems(1);
		if (parameters.scheduleId !== undefined) {
			const { output } = await bench.run({ parameters: creationFor(parameters), items });
			items[0].scheduleId = jsonOf(output[0])[0].schedule_id;
		}
		const { error } = await bench.run({ parameters, items });
		expect(error).toBeUndefined();
		const last = bench.sandbox.requests.at(-1);
		expect(last).toMatchObject({ path, accepted: true });
		bodies.push(sentIn(last ?? { query: {} }));
	}
	return bodies;
}

const titled = documentedEndpoints.map(
	({ document, path, keys }) => [document, path, keys] as const,
);

test.each(titled)('%s: %s takes every key that it documents', async (_document, old, keys) => {
	const path = today(old);
	const bodies = await acceptedAt(path);
	const missing = keys
		.map((key) => renamed.keys[path]?.[key] ?? key)
		.filter((key) => !bodies.some((body) => hasPath(body, key)));
	expect(missing).toEqual([]);
});

test('the Canvas schedule that neither document deletes is deleted, too', async () => {
	const [body] = await acceptedAt('/canvas/trigger/schedule/delete');
	expect(Object.keys(body).sort()).toEqual(['canvas_id', 'schedule_id']);
});

test('every operation of the node serves a documented endpoint, and none is left without one', () => {
	expect(Object.keys(runs).sort()).toEqual([...paths, '/canvas/trigger/schedule/delete'].sort());
});

/** Every sample of a channel as the sandbox accepted it, each under the variation of a campaign. */
async function messagesOf(channel: string): Promise<unknown[]> {
	const campaign = seed.campaigns[0];
	const [variation] = Object.entries(campaign.variations).find(([, key]) => key === channel) ?? [];
	const samples = sampleMessages.filter(({ name }) => find(name).wireKey === channel);
	for (const { name, form } of samples) {
		const { error } = await bench.run({
			parameters: {
				resource: 'message',
				operation: 'send',
				sendTo: 'eachItem',
				externalUserId: '={{ $json.id }}',
				channels: [name],
				...(form as IDataObject),
				additionalFields: { campaignId: { __rl: true, mode: 'id', value: campaign.id } },
				[`${name}Fields`]: {
					...((form as IDataObject)[`${name}Fields`] as IDataObject),
					messageVariationId: { __rl: true, mode: 'id', value: variation },
				},
			},
			items: userItems(1),
		});
		expect(error).toBeUndefined();
	}
	expect(bench.sandbox.requests.every(({ accepted }) => accepted)).toBe(true);
	return bench.bodies().map(({ messages }) => (messages as IDataObject)[channel]);
}

test.each(documentedObjects)(
	'$document: $object in $channel takes every key that it documents',
	async ({ channel, at, keys }) => {
		const messages = await messagesOf(channel);
		const missing = keys
			.map((key) => (at === undefined ? key : `${at}.${key}`))
			.filter((path) => !messages.some((message) => hasPath(message, path)));
		expect(missing).toEqual([]);
	},
);
