import { inspect } from 'node:util';

import '../../engine/environment.cts';
import { LoadOptionsContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeParameters,
	INodeTypeDescription,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { credentialsFor, sourceAndBraze } from '../../engine/brazeNode.cts';
import { MemoryCredentials } from '../../engine/credentials.cts';
import { loadPackage, PackageNodeTypes } from '../../engine/nodeTypes.cts';
import { FULL_KEY, type Bench, type Parameters } from './support.cts';

/** How a picker is asked. */
export interface Ask {
	filter?: string;
	token?: unknown;
	apiKey?: string;
	url?: string;
	/** What the form holds at that moment. */
	form?: Parameters;
}

const braze = sourceAndBraze({}).nodes[1];

const nodeType = async () =>
	new PackageNodeTypes(await loadPackage()).getByNameAndVersion(braze.type);

/** The form of the built node. */
export const describedNode = async (): Promise<INodeTypeDescription> =>
	(await nodeType()).description;

/** The searches of the built node, by name. */
export const searches = async () => (await nodeType()).methods?.listSearch ?? {};

/** @returns what calls a picker's search as n8n's editor does; neither what it gives nor what it throws may hold the API key */
export const askList = (bench: Bench) =>
	async function ask(method: string, options: Ask = {}): Promise<INodeListSearchResult> {
		const { filter, token, apiKey = FULL_KEY, url = bench.sandbox.url, form = {} } = options;
		const loader = await loadPackage();
		const nodeTypes = new PackageNodeTypes(loader);
		const workflow = new Workflow({ nodes: [braze], connections: {}, active: false, nodeTypes });
		const additionalData = {
			credentialsHelper: new MemoryCredentials(loader, credentialsFor(url, apiKey)),
			currentNodeParameters: form as INodeParameters,
		} as unknown as IWorkflowExecuteAdditionalData;
		const context = new LoadOptionsContext(
			workflow,
			braze,
			additionalData,
			'parameters.campaignId',
		);
		const search = (await searches())[method];
		if (!search) throw new Error(`there is no search ${method}`);
		const call = search.call(context as unknown as ILoadOptionsFunctions, filter, token as string);
		const answer = await call.catch((error: Error) => {
			expect(inspect(error, { depth: null, showHidden: true })).not.toContain(apiKey);
			throw error;
		});
		expect(inspect(answer, { depth: null })).not.toContain(apiKey);
		return answer;
	};

/** @returns what scrolls a search to its end and gives all of its names */
export const askWholeList = (ask: ReturnType<typeof askList>) =>
	async function askForAll(method: string, options: Ask = {}): Promise<string[]> {
		const names: string[] = [];
		let token: unknown;
		do {
			const page = await ask(method, { ...options, token });
			names.push(...page.results.map(({ name }) => name));
			token = page.paginationToken;
		} while (token !== undefined);
		return names;
	};
