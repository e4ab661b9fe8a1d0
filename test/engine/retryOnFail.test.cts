import type { INodeExecutionData, INodeType } from 'n8n-workflow';

import { credentialsFor, sourceAndBraze } from '../../engine/brazeNode.cts';
import { runWorkflow } from '../../engine/engine.cts';
import {
	byId,
	campaignForm,
	FULL_KEY,
	openBench,
	UNKNOWN_ID,
	userId,
	once,
	retrying,
} from './support.cts';

const bench = openBench();

describe('Retry On Fail', () => {
	/** Gives its items out as they are, so that a loop comes to the same objects again. */
	const turns = 4;
	const items: INodeExecutionData[] = [
		{ json: { id: userId(1) } },
		{ json: { id: 'x', campaign: UNKNOWN_ID } },
	];
	const loop: INodeType = {
		description: {
			displayName: 'Loop',
			name: 'loop',
			group: [],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main', 'main'],
			properties: [],
		},
		async execute() {
			const state = this.getContext('node') as { turn?: number };
			state.turn = (state.turn ?? 0) + 1;
			return state.turn <= turns ? [items, []] : [[], items];
		},
	};

	test.each([{}, retrying])(
		'keeps no turn of a loop from sending what the one before sent, with %p',
		async (node) => {
			const parameters = campaignForm({
				campaignId: byId('={{ $json.campaign ?? "c0000000-0000-4000-8000-000000000003" }}'),
				options: { ...once.options, batching: { batch: { concurrency: 1 } } },
			});
			const settings = { ...node, onError: 'stopWorkflow' as const, continueOnFail: true };
			const { nodes } = sourceAndBraze(parameters, settings);
			const [source, braze] = nodes;
			const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
			await runWorkflow(
				{
					nodes: [source, { ...source, id: '3', type: 'test.loop', name: 'Loop' }, braze],
					connections: { Source: to('Loop'), Loop: to('Braze'), Braze: to('Loop') },
				},
				{
					items,
					credentials: credentialsFor(bench.sandbox.url, FULL_KEY),
					nodeTypes: { 'test.loop': loop },
				},
			);
			expect(bench.sandbox.deliveries).toHaveLength(turns);
		},
	);
});
