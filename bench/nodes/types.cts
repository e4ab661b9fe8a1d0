import { createRequire } from 'node:module';
import path from 'node:path';

import type { IExecuteFunctions, IHttpRequestMethods, INodeType } from 'n8n-workflow';

import { CREDENTIAL_TYPE } from '../../engine/brazeNode.cts';
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

/** Sends what its items hold through n8n's request helper and does nothing else: the least that any node in n8n costs. */
const requesting: INodeType = {
	description: {
		displayName: 'Request',
		name: 'request',
		group: ['output'],
		version: 1,
		description: '',
		defaults: { name: 'Request' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: CREDENTIAL_TYPE, required: true }],
		properties: ['method', 'url', 'concurrency'].map((name) => ({
			displayName: name,
			name,
			type: 'string',
			default: '',
		})),
	},
	async execute(this: IExecuteFunctions) {
		const [method, url, concurrency] = ['method', 'url', 'concurrency'].map(
			(name) => this.getNodeParameter(name, 0) as string,
		);
		const data = await this.getCredentials(CREDENTIAL_TYPE);
		// as the node does, so that n8n does not read them for each request
		const credentialsDecrypted = { id: '', name: '', type: CREDENTIAL_TYPE, data };
		const items = this.getInputData();
		let next = 0;
		const worker = async (): Promise<void> => {
			while (next < items.length) {
				const options = {
					method: method as IHttpRequestMethods,
					url,
					body: Buffer.from(JSON.stringify(items[next++].json)),
					headers: { 'Content-Type': 'application/json' },
					json: true,
				};
				const { httpRequestWithAuthentication } = this.helpers;
				await httpRequestWithAuthentication.call(this, CREDENTIAL_TYPE, options, {
					credentialsDecrypted,
				});
			}
		};
		await Promise.all(Array.from({ length: Number(concurrency) }, worker));
		return [[]];
	},
};

export const GROUP = 'bench.group';
export const REQUEST = 'bench.request';
export const HTTP_REQUEST = 'n8n-nodes-base.httpRequest';
export const SPLIT_OUT = 'n8n-nodes-base.splitOut';
export const EDIT_FIELDS = 'n8n-nodes-base.set';

/** @returns the node types of n8n's own that the bench compares with */
export const comparedNodeTypes = (): Record<string, INodeType> => ({
	[GROUP]: grouping,
	[REQUEST]: requesting,
	[HTTP_REQUEST]: ownNode('HttpRequest'),
	[SPLIT_OUT]: ownNode('SplitOut', 'Transform/SplitOut'),
	[EDIT_FIELDS]: ownNode('Set'),
});
