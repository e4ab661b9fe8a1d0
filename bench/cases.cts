import type { IDataObject, INode } from 'n8n-workflow';

import { CREDENTIAL_TYPE, NODE_TYPE } from '../engine/brazeNode.cts';
import type { ExportedWorkflow } from '../engine/engine.cts';
import {
	assignments,
	bodyForOneItem,
	brazeParameters,
	httpRequestParameters,
	plainPaths,
	realExpressions,
	USERS_PER_REQUEST,
} from './nodes/parameters.cts';
import { EDIT_FIELDS, GROUP, HTTP_REQUEST } from './nodes/types.cts';

/** Where and how requests go. */
export interface Target {
	url: string;
	concurrency: number;
}

/** One way to trigger a campaign for many users. */
export interface BenchCase {
	label: string;
	/** The workflow that does it; absent for the bare script. */
	workflow?: (target: Target) => ExportedWorkflow;
	/** Requests for a number of items. */
	requests: (items: number) => number;
	/** Most items that are tried; all where absent. */
	maxItems?: number;
	/** Takes as long whatever the server does, so that one latency is enough. */
	ignoresServer?: boolean;
}

const CREDENTIAL = { [CREDENTIAL_TYPE]: { id: '1', name: 'Braze' } };
const MAX_SINGLE_REQUESTS = 10_000;

const shared = (items: number): number => Math.ceil(items / USERS_PER_REQUEST);

type Step = Pick<INode, 'type' | 'typeVersion' | 'name'> & { parameters: IDataObject };

/** @returns a workflow of nodes in a row, after one that hands out the items */
function inARow(...steps: Step[]): ExportedWorkflow {
	const all = [
		{ type: 'n8n-nodes-base.noOp', typeVersion: 1, name: 'Source', parameters: {} },
		...steps,
	];
	return {
		nodes: all.map((step, index) => ({
			...step,
			id: String(index),
			position: [200 * index, 0],
			parameters: step.parameters as INode['parameters'],
			credentials: CREDENTIAL,
		})),
		connections: Object.fromEntries(
			steps.map(({ name }, index) => [
				all[index].name,
				{ main: [[{ node: name, type: 'main', index: 0 }]] },
			]),
		),
	};
}

const braze =
	(own: IDataObject) =>
	({ concurrency }: Target): ExportedWorkflow =>
		inARow({
			type: NODE_TYPE,
			typeVersion: 1,
			name: 'Braze',
			parameters: brazeParameters(own, concurrency),
		});

const pairs = (values: typeof plainPaths): IDataObject => ({
	recipientTriggerPropertiesSource: 'pairs',
	recipientTriggerProperties: assignments(values),
});

const httpRequest = (parameters: IDataObject): Step => ({
	type: HTTP_REQUEST,
	typeVersion: 4.5,
	name: 'HTTP Request',
	parameters,
});

/** n8n's own defaults for this option. */
const itsBatching = { batching: { batch: { batchSize: 50, batchInterval: 1000 } } };

const allCases = {
	inputFields: {
		label: 'This node, Use All Input Fields',
		workflow: braze({ recipientTriggerPropertiesSource: 'inputFields' }),
		requests: shared,
	},
	plainPaths: {
		label: 'This node, three plain paths',
		workflow: braze(pairs(plainPaths)),
		requests: shared,
	},
	expressions: {
		label: 'This node, three real expressions',
		workflow: braze(pairs(realExpressions)),
		requests: shared,
	},
	handBuilt: {
		label: 'By hand: group 50, then HTTP Request',
		workflow: ({ url }) =>
			inARow(
				{ type: GROUP, typeVersion: 1, name: 'Group', parameters: {} },
				httpRequest(httpRequestParameters(url, '={{ $json.body }}')),
			),
		requests: shared,
	},
	httpRequest: {
		label: 'HTTP Request, defaults',
		workflow: ({ url }) => inARow(httpRequest(httpRequestParameters(url, bodyForOneItem))),
		requests: (items) => items,
		maxItems: MAX_SINGLE_REQUESTS,
	},
	httpRequestBatched: {
		label: 'HTTP Request, Batching',
		workflow: ({ url }) =>
			inARow(httpRequest(httpRequestParameters(url, bodyForOneItem, itsBatching))),
		requests: (items) => items,
		maxItems: MAX_SINGLE_REQUESTS,
		ignoresServer: true,
	},
	editFields: {
		label: 'Edit Fields, the same three expressions',
		workflow: () =>
			inARow({
				type: EDIT_FIELDS,
				typeVersion: 3.4,
				name: 'Edit Fields',
				parameters: { mode: 'manual', assignments: assignments(realExpressions), options: {} },
			}),
		requests: () => 0,
		ignoresServer: true,
	},
	bareScript: {
		label: 'Bare script, no n8n',
		requests: shared,
	},
} satisfies Record<string, BenchCase>;

export type CaseName = keyof typeof allCases;

export const caseNames = Object.keys(allCases) as CaseName[];
export const cases: Record<CaseName, BenchCase> = allCases;
