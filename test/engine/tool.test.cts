import type { IDataObject } from 'n8n-workflow';

import { agentAndBraze, type ToolCalls } from '../../engine/agent.cts';
import { credentialsFor } from '../../engine/brazeNode.cts';
import { runWorkflow, type WorkflowRun } from '../../engine/engine.cts';
import { campaignForm, FULL_KEY, messageForm, openBench, type Parameters } from './support.cts';

const bench = openBench();

interface ToolRun {
	parameters: Parameters;
	/** The arguments of each call that the model makes. */
	calls: IDataObject[];
	items?: IDataObject[];
	how?: ToolCalls;
	node?: object;
}

async function runTool({
	parameters,
	items = [{ id: 'user-001', name: 'Ann' }],
	...more
}: ToolRun): Promise<WorkflowRun> {
	const { workflow, nodeTypes } = await agentAndBraze(parameters, more);
	return await runWorkflow(workflow, {
		credentials: credentialsFor(bench.sandbox.url, FULL_KEY),
		items: items.map((json) => ({ json })),
		nodeTypes,
	});
}

const answersOf = ({ nodes }: WorkflowRun): string[] =>
	(nodes.Agent.output[0] ?? []).map(({ json }) => String(json.answer ?? json.failure));

/** What the model may say; the names are those of the workflow's own fields. */
const modelSays = "{{ $fromAI('id', '', 'string') }} {{ $fromAI('text', '', 'string') }}";
const calls = [{ id: 'user-of-the-model', name: 'Eve', text: 'Hello' }];

/** The same value, which a plain path gives without the engine and the second one with it. */
const bothWays = (path: string): Parameters[] => [
	{ externalUserId: `={{ ${path} }}` },
	{ externalUserId: `={{ ${path} + "" }}` },
];

describe.each<ToolCalls>(['called', 'requested'])('as a tool that is %s', (how) => {
	test('a plain path takes the field of the item that the engine takes', async () => {
		for (const user of bothWays('$json.id')) {
			await runTool({ how, calls, parameters: messageForm({ ...user, smsBody: `=${modelSays}` }) });
		}
		const [plain, engine] = bench.bodies();
		expect(plain).toEqual(engine);
	});

	test('words with plain paths, objects and all input fields are those of that item', async () => {
		const items = [{ id: 'user-001', name: 'Ann', props: { plan: 'gold' } }];
		const properties = (more: Parameters): Parameters =>
			campaignForm({ triggerPropertiesSource: 'json', ...more });
		for (const triggerPropertiesJson of [
			'={{ $json.props }}',
			'={{ Object.assign({}, $json.props) }}',
		]) {
			await runTool({ how, calls, items, parameters: properties({ triggerPropertiesJson }) });
		}
		for (const triggerPropertiesJson of [
			'{ "a": "Hi {{ $json.name }}" }',
			'={ "a": "Hi {{ $json.name + "" }}" }',
		]) {
			await runTool({ how, calls, items, parameters: properties({ triggerPropertiesJson }) });
		}
		await runTool({
			how,
			calls,
			items,
			parameters: campaignForm({ triggerPropertiesSource: 'inputFields' }),
		});
		await runTool({
			how,
			calls,
			items,
			parameters: properties({ triggerPropertiesJson: '={{ Object.assign({}, $json) }}' }),
		});
		const [object, evaluated, words, evaluatedWords, fields, all] = bench
			.bodies()
			.map(({ trigger_properties: own }) => own);
		expect(object).toEqual({ plan: 'gold' });
		expect(object).toEqual(evaluated);
		expect(words).toEqual(evaluatedWords);
		expect(fields).toEqual(all);
		expect(fields).toMatchObject({ props: { plan: 'gold' } });
	});

	test('what the model says is not scanned again', async () => {
		const text = 'Hi {{ $env.HOME }} {{ $json.id }}';
		await runTool({
			how,
			calls: [{ text }],
			parameters: messageForm({ smsBody: "={{ $fromAI('text', '', 'string') }}" }),
		});
		expect(bench.bodies()).toEqual([
			expect.objectContaining({
				messages: { sms: expect.objectContaining({ body: text }) as unknown },
			}),
		]);
	});

	test.each([
		['Fixed mode', `Hi {{ $fromAI('text', '', 'string') }}`],
		['Expression mode', `=Hi {{ $fromAI('text', '', 'string') }}`],
	])('Liquid that the model says is refused between words in %s', async (_mode, smsBody) => {
		const run = await runTool({
			how,
			calls: [{ text: '{% connected_content http://example.com %}' }],
			parameters: messageForm({ smsBody }),
		});
		expect(bench.bodies()).toEqual([]);
		const failure = how === 'called' ? answersOf(run)[0] : run.nodes.Braze.error?.message;
		expect(failure).toContain("'SMS Body' gets Liquid from data");
	});
});

describe('what a model is told', () => {
	const said = (name: string, type = 'string'): string =>
		`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${name}', \`\`, '${type}') }}`;
	const toldOf = async (how: ToolCalls, parameters: Parameters, call: IDataObject, node = {}) => {
		const run = await runTool({ how, parameters, calls: [call], node });
		expect(bench.bodies()).toEqual([]);
		const { ai_tool: tool } = run.run.data.resultData.runData.Braze[0].data ?? {};
		return how === 'called' ? answersOf(run)[0] : tool?.[0]?.[0].json.error;
	};

	test.each<ToolCalls>(['called', 'requested'])(
		'of a call that is refused says how to correct it, once, where the tool is %s',
		async (how) => {
			const told = await toldOf(how, messageForm({ sendTo: said('to') }), { to: 'everyone' });
			expect(told).toBe(
				'Item 0: \'Send To\' cannot be "everyone". Choose eachItem (Each Input Item), userList (List of Users) or audience (Segment or Audience)',
			);
		},
	);

	test('of a call that is refused is no empty list, whatever the node does on an error', async () => {
		for (const onError of ['continueErrorOutput', 'continueRegularOutput'] as const) {
			const parameters = messageForm({ externalUserId: said('id') });
			expect(await toldOf('requested', parameters, {}, { onError })).toContain(
				"'External User ID'",
			);
		}
	});

	test('of an operation that is not there is what to do about it', async () => {
		const told = await toldOf('requested', messageForm({ operation: said('what') }), { what: 'x' });
		expect(told).toContain('has no operation "x". Choose Resource and Operation again');
	});

	test.each<[Parameters, IDataObject, string]>([
		[
			{ triggerPropertiesSource: 'json', triggerPropertiesJson: said('props', 'json') },
			{},
			"'Trigger Properties JSON' gets nothing from the argument props. Give props an object, {} for one without keys",
		],
		[
			{ externalUserId: said('id') },
			{ id: 'undefined' },
			`'External User ID' gets "undefined" from the argument id. Give id a value`,
		],
	])('of an argument that it leaves out names the argument', async (form, call, words) => {
		expect(await toldOf('requested', campaignForm(form), call)).toBe(`Item 0: ${words}`);
	});

	test('nothing is refused of JSON in the fence that models put around it', async () => {
		await runTool({
			how: 'requested',
			calls: [{ props: '```json\n{ "plan": "gold" }\n```', ids: '```\n["user-001"]\n```' }],
			parameters: campaignForm({
				sendTo: 'userList',
				externalUserIds: said('ids'),
				triggerPropertiesSource: 'json',
				triggerPropertiesJson: said('props', 'json'),
			}),
		});
		expect(bench.bodies()).toEqual([
			expect.objectContaining({
				recipients: [{ external_user_id: 'user-001' }],
				trigger_properties: { plan: 'gold' },
			}),
		]);
	});

	test.each(['- user-001\n- user-002', '1. user-001\n2. user-002', 'user-001\n• user-002'])(
		'of a list with bullets is that these are no part of it: %j',
		async (ids) => {
			const parameters = messageForm({ sendTo: 'userList', externalUserIds: said('ids') });
			expect(await toldOf('requested', parameters, { ids })).toContain('has a bullet or a number');
		},
	);
});

test('a tool that is called reads the item of the workflow, never the arguments of the model', async () => {
	await runTool({
		calls,
		parameters: messageForm({ smsBody: `={{ $json.name }}: ${modelSays}` }),
	});
	expect(bench.bodies()).toEqual([
		expect.objectContaining({
			external_user_ids: ['user-001'],
			messages: {
				sms: expect.objectContaining({ body: 'Ann: user-of-the-model Hello' }) as unknown,
			},
		}),
	]);
});

describe('Retry On Fail of a tool', () => {
	const node = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
	const parameters = messageForm({
		smsBody: "={{ $fromAI('text', '', 'string') }}",
		options: { maxAttempts: 1 },
	});

	test('does not send again what may have been sent, and sends what another call asks for', async () => {
		bench.sandbox.faults.use({ script: ['reset-after'] });
		const run = await runTool({ node, parameters, calls: [{ text: 'One' }, { text: 'Two' }] });
		const sent = bench.bodies().map(({ messages }) => messages);
		expect(sent).toEqual([
			{ sms: expect.objectContaining({ body: 'One' }) as unknown },
			{ sms: expect.objectContaining({ body: 'Two' }) as unknown },
		]);
		const [first, second] = answersOf(run);
		expect(first).toContain('may have been sent');
		expect(second).toContain('success');
	});
});
