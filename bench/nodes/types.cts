import { createRequire } from 'node:module';
import path from 'node:path';

import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

import { batchBody, batchesOf } from '../bareScript.cts';
import type { UserItem } from '../items.cts';

const fromBench = createRequire(path.join(__dirname, '..', 'package.json'));

interface Versioned {
	getNodeType(version?: number): INodeType;
}

/** @returns one of n8n's own nodes in its current version */
function ownNode(name: string, folder = name): INodeType {
	const exported = fromBench(`n8n-nodes-base/dist/nodes/${folder}/${name}.node.js`) as Record<
		string,
		new () => Versioned | INodeType
	>;
	const node = new exported[name]();
	return 'getNodeType' in node ? node.getNodeType() : node;
}

/**
 * Stands in for a Code node that groups the items, since n8n 2 runs Code in a task runner, which needs a server.
 * It does what such code does, without the cost of handing all items over to another process and back.
 */
const grouping: INodeType = {
	description: {
		displayName: 'Group',
		name: 'group',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Group' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	},
	async execute(this: IExecuteFunctions) {
		const items = this.getInputData() as UserItem[];
		return [batchesOf(items).map((users) => ({ json: { body: { ...batchBody(users) } } }))];
	},
};

export const GROUP = 'bench.group';
export const HTTP_REQUEST = 'n8n-nodes-base.httpRequest';
export const SPLIT_OUT = 'n8n-nodes-base.splitOut';
export const EDIT_FIELDS = 'n8n-nodes-base.set';

/** @returns the node types of n8n's own that the bench compares with */
export const comparedNodeTypes = (): Record<string, INodeType> => ({
	[GROUP]: grouping,
	[HTTP_REQUEST]: ownNode('HttpRequest'),
	[SPLIT_OUT]: ownNode('SplitOut', 'Transform/SplitOut'),
	[EDIT_FIELDS]: ownNode('Set'),
});
