import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';
import { createHash } from 'node:crypto';

import { credentialsFor, NODE_TYPE, sourceAndBraze } from '../../engine/brazeNode.cts';
import { runWorkflow, type ExportedWorkflow } from '../../engine/engine.cts';
import { Braze } from '../../nodes/Braze/Braze.node.ts';
import { sha256 } from '../../nodes/Braze/schema/sha256.ts';
import { openStub } from './stub.cts';
import {
	byId,
	FULL_KEY,
	jsonOf,
	openBench,
	pairs,
	TRANSACTIONAL_CAMPAIGN,
	TRIGGERED_CAMPAIGN,
	failuresIn,
	retrying,
	shownBy,
	toErrorOutput,
} from './support.cts';

const bench = openBench();
const stub = openStub();

const form = (more: IDataObject = {}) => ({
	resource: 'transactionalEmail',
	operation: 'send',
	campaignId: byId(TRANSACTIONAL_CAMPAIGN),
	userIdentifier: 'externalUserId',
	externalUserId: 'user-001',
	...more,
});

const sentIds = () => bench.bodies().map(({ external_send_id: id }) => id as string);

test.each(['', 'abc', 'ü€ 😀', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'y'.repeat(1000)])(
	'the hash of %j is SHA-256',
	(text) => {
		expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
	},
);

describe('the external send ID', () => {
	test('has the form that Braze takes, and another for each item, even of the same content', async () => {
		const { output } = await bench.run({ parameters: form(), items: [{}, {}, {}] });
		expect(output[0]).toHaveLength(3);
		expect(new Set(sentIds()).size).toBe(3);
		for (const id of sentIds()) expect(id).toMatch(/^[a-zA-Z0-9\-_+/=]+$/);
		expect(bench.sandbox.deliveries).toHaveLength(3);
	});

	test('of the form is one for each send, since Braze would answer to a second one as if it were sent', async () => {
		const { output } = await bench.run({
			parameters: form({
				externalUserId: '={{ $json.id }}',
				additionalFields: { externalSendId: '={{ $json.order }}' },
			}),
			items: [
				{ id: 'user-001', order: 'a' },
				{ id: 'user-002', order: 'a' },
				{ id: 'user-002', order: 'b' },
				{ id: 'user-001', order: 'a' },
			],
			node: { ...toErrorOutput, ...retrying },
		});
		expect(failuresIn(output[1])).toEqual([
			expect.stringContaining("Item 1: 'External Send ID' is that of item 0"),
		]);
		expect(sentIds()).toEqual(['a', 'b', 'a']);
	});

	test('is the same when the node is run again by Retry On Fail', async () => {
		bench.sandbox.faults.use({ script: [{ kind: '500' }] });
		const { error } = await bench.run({
			parameters: form({ options: { maxAttempts: 1 } }),
			node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		});
		expect(error).toBeUndefined();
		expect(sentIds()).toHaveLength(2);
		expect(new Set(sentIds()).size).toBe(1);
	});

	test('is the same after a doubt, so that the repeat reaches the user once', async () => {
		bench.sandbox.faults.use({ script: [{ kind: 'reset-after' }] });
		const { output, error } = await bench.run({ parameters: form() });
		expect(error).toBeUndefined();
		expect(new Set(sentIds()).size).toBe(1);
		expect(sentIds()).toHaveLength(2);
		expect(bench.sandbox.deliveries).toHaveLength(1);
		const [{ dispatchId }] = bench.sandbox.deliveries;
		expect(jsonOf(output[0])).toMatchObject([{ dispatch_id: dispatchId, status: 'sent' }]);
	});

	test('differs with the content', async () => {
		const about = (code: string) =>
			form({
				triggerPropertiesSource: 'pairs',
				triggerProperties: pairs(['code', code, 'string']),
			});
		await bench.run({ parameters: about('a') });
		await bench.run({ parameters: about('b') });
		await bench.run({ parameters: about('b') });
		const [a, b, again] = sentIds();
		expect(a).not.toBe(b);
		// the bench gives every execution the same ID
		expect(again).toBe(b);
	});

	test('differs in each turn of a loop', async () => {
		const workflow = sourceAndBraze(form());
		const source = workflow.nodes[0];
		const turn = (name: string, id: string) => ({ ...source, name, id });
		workflow.nodes.push(turn('First turn', '3'), turn('Second turn', '4'));
		const to = (...names: string[]) => ({
			main: [names.map((node) => ({ node, type: 'main' as const, index: 0 }))],
		});
		workflow.connections = {
			Source: to('First turn', 'Second turn'),
			'First turn': to('Braze'),
			'Second turn': to('Braze'),
		};
		await runAll(workflow);
		expect(sentIds()).toHaveLength(2);
		expect(new Set(sentIds()).size).toBe(2);
	});

	test('differs from node to node', async () => {
		const workflow = sourceAndBraze(form());
		const other = { ...workflow.nodes[1], id: '3', name: 'Other' };
		workflow.nodes.push(other);
		workflow.connections = {
			Source: {
				main: [['Braze', 'Other'].map((node) => ({ node, type: 'main', index: 0 }))],
			},
		};
		await runAll(workflow);
		expect(sentIds()).toHaveLength(2);
		expect(new Set(sentIds()).size).toBe(2);
	});

	test('differs from call to call of an agent', async () => {
		const workflow = sourceAndBraze(form());
		const [source, braze] = workflow.nodes;
		braze.type = `${NODE_TYPE}Tool`;
		workflow.nodes.push({ ...source, id: '3', name: 'Agent', type: 'test.agent' });
		workflow.connections = {
			Source: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			Braze: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		};
		await runAll(workflow, { [braze.type]: new BrazeTool(), 'test.agent': new Agent() });
		expect(sentIds()).toHaveLength(2);
		expect(new Set(sentIds()).size).toBe(2);
	});

	test('is the own one where the form gives it', async () => {
		await bench.run({ parameters: form({ additionalFields: { externalSendId: 'order-4711' } }) });
		expect(sentIds()).toEqual(['order-4711']);
	});

	test('that Braze would refuse is refused before', async () => {
		const parameters = form({ additionalFields: { externalSendId: 'order 47.11' } });
		const { error } = await bench.run({ parameters });
		expect(error?.message).toContain('External Send ID');
		expect(bench.bodies()).toEqual([]);
	});
});

/** The node as n8n hands it to an agent. */
class BrazeTool extends Braze {
	constructor() {
		super();
		this.description = {
			...this.description,
			name: 'brazeTool',
			inputs: [],
			outputs: ['ai_tool'],
		};
	}
}

/** An agent that calls its tool twice. */
class Agent implements INodeType {
	description = {
		displayName: 'Agent',
		name: 'agent',
		group: ['transform' as const],
		version: 1,
		description: '',
		defaults: { name: 'Agent' },
		inputs: ['main' as const, { type: 'ai_tool' as const }],
		outputs: ['main' as const],
		properties: [],
	};

	async execute(this: IExecuteFunctions) {
		const tools = await this.getInputConnectionData('ai_tool', 0);
		const [tool] = [tools].flat() as Array<{ invoke: (input: object) => Promise<unknown> }>;
		for (let call = 0; call < 2; call++) await tool.invoke({ input: 'send it' });
		return [this.getInputData()];
	}
}

async function runAll(workflow: ExportedWorkflow, nodeTypes: Record<string, INodeType> = {}) {
	const credentials = credentialsFor(bench.sandbox.url, FULL_KEY);
	const { error } = await runWorkflow(workflow, { credentials, nodeTypes });
	expect(error).toBeUndefined();
}

describe('a refusal', () => {
	test.each([
		[TRIGGERED_CAMPAIGN, 'not a transactional campaign'],
		['00000000-0000-4000-8000-000000000000', 'Campaign does not exist'],
	])('of the campaign %s says why', async (id, words) => {
		const { error } = await bench.run({ parameters: form({ campaignId: byId(id) }) });
		expect(shownBy(error)).toContain(words);
		expect(bench.bodies()).toHaveLength(1);
	});

	test('that says the send is queued is a doubt, and is asked again with the same ID', async () => {
		stub.answer = {
			status: 400,
			body: { message: 'The external reference has been queued.  Please retry to obtain send_id.' },
		};
		const { error } = await bench.run({
			parameters: form({ options: { maxAttempts: 2 } }),
			url: stub.url,
		});
		expect(error?.message).toContain('Braze has the request already');
		expect(error?.message).not.toContain('nothing was sent');
		const bodies = stub.asked.map(({ body }) => body);
		expect(bodies).toHaveLength(2);
		expect(bodies[0]).toBe(bodies[1]);
	});
});

test('an alias names the user, and an empty ID is refused', async () => {
	await bench.run({
		parameters: form({ userIdentifier: 'userAlias', aliasName: 'alias-001', aliasLabel: 'shop' }),
	});
	expect(bench.bodies()[0].recipient).toEqual({
		user_alias: { alias_name: 'alias-001', alias_label: 'shop' },
	});
	const { error } = await bench.run({ parameters: form({ externalUserId: '={{ $json.id }}' }) });
	expect(error?.message).toContain("'External User ID' is empty");
});
