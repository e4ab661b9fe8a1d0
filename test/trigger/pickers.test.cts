import '../../engine/environment.cts';
import { LoadOptionsContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	ILoadOptionsFunctions,
	INode,
	INodeListSearchResult,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { CREDENTIAL_TYPE, credentialsFor } from '../../engine/brazeNode.cts';
import { MemoryCredentials } from '../../engine/credentials.cts';
import { loadPackage, PackageNodeTypes } from '../../engine/nodeTypes.cts';
import { FULL_KEY, openBench } from '../engine/support.cts';
import { currents, workflowOf } from './support.cts';

const bench = openBench();
const [trigger] = workflowOf(currents()).nodes;
const withCredential = {
	...trigger,
	credentials: { [CREDENTIAL_TYPE]: { id: '1', name: 'Braze' } },
};

/** Calls a picker's search as n8n's editor does. */
async function ask(node: INode, method: string, filter?: string): Promise<INodeListSearchResult> {
	const loader = await loadPackage();
	const nodeTypes = new PackageNodeTypes(loader);
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const additionalData = {
		credentialsHelper: new MemoryCredentials(loader, credentialsFor(bench.sandbox.url, FULL_KEY)),
		currentNodeParameters: node.parameters,
	} as unknown as IWorkflowExecuteAdditionalData;
	const context = new LoadOptionsContext(workflow, node, additionalData, 'parameters.filters');
	const search = nodeTypes.getByNameAndVersion(node.type).methods?.listSearch?.[method];
	if (!search) throw new Error(`there is no search ${method}`);
	return await search.call(context as unknown as ILoadOptionsFunctions, filter);
}

test.each([
	['searchCampaigns', 'campaigns'],
	['searchCanvases', 'canvases'],
] as const)('%s lists those of the workspace', async (method, key) => {
	const { results } = await ask(withCredential, method);
	expect(results).not.toHaveLength(0);
	const known = bench.sandbox.seed[key].map(({ id }) => id);
	expect(results.every(({ value }) => known.includes(String(value)))).toBe(true);
});

test('a search finds by name', async () => {
	const { results } = await ask(withCredential, 'searchCampaigns', 'price drop');
	expect(results).not.toHaveLength(0);
	expect(results.every(({ name }) => /price drop/i.test(name))).toBe(true);
});

test.each(['searchCampaigns', 'searchCanvases'])(
	'without a credential %s says what it needs, and asks nobody',
	async (method) => {
		await expect(ask(trigger, method)).rejects.toThrow(
			'This list needs a Braze credential. Choose one at the top of the node, or choose By ID',
		);
		expect(bench.sandbox.requests).toEqual([]);
	},
);
