import type { ExportedWorkflow } from '../engine/engine.cts';
import { startFakeModel } from './fakeModel.cts';
import type { FakeModel } from './fakeModel.cts';
import { saveWithItems } from '../playground/workflows.cts';
import { shareWorld } from './world.cts';

const TEXT = 'Order 4711 is on its way';

const world = shareWorld();
let model: FakeModel;
let credential: { id: string; name: string };

beforeAll(async () => {
	model = await startFakeModel({
		External_User_ID: 'user-001',
		Web_Push_Title: 'Your order',
		Web_Push_Alert: TEXT,
	});
	credential = await world.client.createCredential('Fake model', 'openAiApi', {
		apiKey: 'not-a-key',
		url: model.url,
	});
});

beforeEach(async () => {
	model.asked.length = 0;
});

afterAll(async () => {
	if (credential) await world.client.call('DELETE', `/rest/credentials/${credential.id}`);
	await model?.close();
});

/** @returns the ID of a workflow with an agent that has a model and no tool yet */
async function saveAgent(): Promise<string> {
	return await saveWithItems(world.client, 'Agent', [{}], {
		nodes: [
			{
				id: 'agent',
				name: 'AI Agent',
				type: '@n8n/n8n-nodes-langchain.agent',
				typeVersion: 3,
				position: [240, 0],
				parameters: { promptType: 'define', text: 'Tell user-001 that order 4711 was sent' },
			},
			{
				id: 'model',
				name: 'Model',
				type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
				typeVersion: 1.2,
				position: [180, 220],
				parameters: { model: { __rl: true, mode: 'id', value: 'fake' } },
				credentials: { openAiApi: credential },
			},
		] as ExportedWorkflow['nodes'],
		connections: {
			Start: { main: [[{ node: 'AI Agent', type: 'main', index: 0 }]] },
			Model: { ai_languageModel: [[{ node: 'AI Agent', type: 'ai_languageModel', index: 0 }]] },
		},
	});
}

test('an agent is told what the tool takes, calls it, and one message is sent', async () => {
	const { editor, sandbox } = world;
	const { form } = editor;
	await editor.openWorkflow(await saveAgent());
	await editor.addTool();
	expect(await form.shown()).toContain('Tool Description');
	await form.leaveToModel('externalUserId');
	await form.chooseAll('channels', ['Web Push']);
	await form.leaveToModel('webPushTitle');
	await form.leaveToModel('webPushAlert');
	await editor.screenshot('tool');
	await editor.closeNode();
	expect(await editor.executeWorkflow()).toContain('success');
	await editor.screenshot('agent');

	const [question, afterTheCall] = model.asked;
	expect(question.tools).toEqual([
		{
			type: 'function',
			function: expect.objectContaining({
				name: 'Send_message_in_Braze',
				description: expect.stringMatching(/message.*Braze/i),
				parameters: expect.objectContaining({
					type: 'object',
					properties: {
						External_User_ID: { type: 'string' },
						Web_Push_Title: { type: 'string' },
						Web_Push_Alert: { type: 'string' },
					},
					required: ['External_User_ID', 'Web_Push_Title', 'Web_Push_Alert'],
				}),
			}),
		},
	]);
	expect(afterTheCall.messages.at(-1)).toMatchObject({
		role: 'tool',
		content: expect.stringContaining('success'),
	});
	expect(model.asked).toHaveLength(2);
	expect(await sandbox.posts()).toEqual([
		{
			path: '/messages/send',
			body: {
				external_user_ids: ['user-001'],
				messages: { web_push: { title: 'Your order', alert: TEXT } },
			},
		},
	]);
	expect(await sandbox.deliveries()).toHaveLength(1);
});
