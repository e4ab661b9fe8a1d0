import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import { CREDENTIAL_TYPE, NODE_TYPE } from '../engine/brazeNode.cts';
import type { ExportedWorkflow } from '../engine/engine.cts';
import { HTTP_REQUEST, REQUEST, SPLIT_OUT } from './nodes/types.cts';

/** Where and how requests go. */
export interface Target {
	url: string;
	concurrency: number;
}

/** One way to do a job with Braze. */
export interface BenchCase {
	label: string;
	/** The workflow that does it; a case has this or a script. */
	workflow?: (target: Target) => ExportedWorkflow;
	/** What does it without n8n. */
	script?: (items: INodeExecutionData[], target: Target) => Promise<void>;
	/** The input for a number of items; users with properties where it is absent. */
	input?: (items: number) => INodeExecutionData[];
	/** Requests for a number of items. */
	requests: (items: number) => number;
	/** Most items that are tried; all where absent. */
	maxItems?: number;
	/** So many items are measured in place of more, and the time is multiplied. */
	sample?: number;
	/** Takes as long whatever the server does, so that one latency is enough. */
	ignoresServer?: boolean;
	/** The bare script that it is held against. */
	floor?: string;
	/** Most times as long as that script that it may take. */
	mostTimesFloor?: number;
}

const CREDENTIAL = { [CREDENTIAL_TYPE]: { id: '1', name: 'Braze' } };

export type Step = Pick<INode, 'type' | 'typeVersion' | 'name'> & { parameters: IDataObject };

/** @returns a workflow of nodes in a row, after one that hands out the items */
export function inARow(...steps: Step[]): ExportedWorkflow {
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

export const brazeStep = (parameters: IDataObject): Step => ({
	type: NODE_TYPE,
	typeVersion: 1,
	name: 'Braze',
	parameters,
});

export const httpRequest = (parameters: IDataObject): Step => ({
	type: HTTP_REQUEST,
	typeVersion: 4.5,
	name: 'HTTP Request',
	parameters,
});

/** n8n's request helper alone, for items that hold the bodies. */
export const requestStep = (parameters: {
	method: string;
	url: string;
	concurrency: number;
}): Step => ({
	type: REQUEST,
	typeVersion: 1,
	name: 'Request',
	parameters,
});

export const splitOut = (fieldToSplitOut: string): Step => ({
	type: SPLIT_OUT,
	typeVersion: 1,
	name: 'Split Out',
	parameters: { fieldToSplitOut, include: 'noOtherFields', options: {} },
});

/** n8n's own defaults for this option. */
export const itsBatching = { batching: { batch: { batchSize: 50, batchInterval: 1000 } } };
