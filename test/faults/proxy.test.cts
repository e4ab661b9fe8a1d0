import { ExecuteContext, RoutingNode } from 'n8n-core';
import { createEmptyRunExecutionData } from 'n8n-workflow';
import type { INodeType } from 'n8n-workflow';

import { BrazeApi } from '../../credentials/BrazeApi.credentials.ts';
import { pastProxies } from '../../credentials/instances.ts';
import { CREDENTIAL_TYPE, credentialsFor, sourceAndBraze } from '../../engine/brazeNode.cts';
import { prepareWorkflow } from '../../engine/engine.cts';
import { askList } from '../engine/listSearch.cts';
import { campaignForm, FULL_KEY, openBench, userItems } from '../engine/support.cts';
import { closeRawServers, openRawServer } from './rawServer.cts';
import type { RawServer } from './rawServer.cts';

const bench = openBench();
const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY'];

let proxy: RawServer;

beforeAll(async () => {
	proxy = await openRawServer({ onRequest: (socket) => socket.destroy() });
	for (const name of names) process.env[name] = `http://127.0.0.1:${proxy.port}`;
});
afterAll(() => {
	for (const name of names) delete process.env[name];
	closeRawServers();
});

/** Asks what the credential's test asks, the way n8n does it: as a node that only declares its request. */
async function testCredential(url: string) {
	const credentials = credentialsFor(url, FULL_KEY);
	const prepared = await prepareWorkflow(sourceAndBraze({}), { credentials });
	const node = { ...prepared.exported.nodes[1], parameters: { temp: '' } };
	const data = createEmptyRunExecutionData();
	const executeData = { node, data: {}, source: null };
	const inputs = { main: [[{ json: {} }]] };
	const context = new ExecuteContext(
		prepared.workflow,
		node,
		prepared.additionalDataFor(),
		'internal',
		data,
		0,
		[],
		inputs,
		executeData,
		[],
	);
	const { request } = new BrazeApi().test;
	const field = {
		displayName: 'Temp',
		name: 'temp',
		type: 'string',
		default: '',
		routing: { request },
	};
	const tested = {
		description: {
			...prepared.workflow.nodeTypes.getByNameAndVersion(node.type).description,
			credentials: [{ name: CREDENTIAL_TYPE, required: true }],
			properties: [field],
		},
	} as unknown as INodeType;
	const stored = {
		id: '1',
		name: 'Braze',
		type: CREDENTIAL_TYPE,
		data: credentials[CREDENTIAL_TYPE],
	};
	const answer = await new RoutingNode(context as never, tested, stored).runNode();
	return answer?.[0]?.[0].json;
}

describe('plain HTTP to this machine goes past the proxies of n8n', () => {
	const atBraze = (): string[] => bench.sandbox.requests.map(({ path }) => path);
	beforeEach(() => expect(proxy.connections).toBe(0));
	afterEach(() => expect(proxy.connections).toBe(0));

	test('from the node', async () => {
		const { error } = await bench.run({ parameters: campaignForm(), items: userItems(2) });
		expect(error).toBeUndefined();
		expect(atBraze()).toEqual(['/campaigns/trigger/send']);
	});

	test('by every name of this machine', async () => {
		const url = bench.sandbox.url.replace('127.0.0.1', 'localhost');
		const { error } = await bench.run({ parameters: campaignForm(), items: userItems(1), url });
		expect(error).toBeUndefined();
		expect(atBraze()).toEqual(['/campaigns/trigger/send']);
	});

	test('from its lists', async () => {
		const { results } = await askList(bench)('searchCampaigns');
		expect(results.length).toBeGreaterThan(0);
		expect(atBraze()).toEqual(['/campaigns/list']);
	});

	test('from the test of its credential', async () => {
		expect(await testCredential(bench.sandbox.url)).toHaveProperty('campaigns');
		expect(atBraze()).toEqual(['/campaigns/list']);
	});
});

test.each([
	['https://rest.iad-01.braze.com', {}],
	['https://127.0.0.1:5690', {}],
	['http://localhost.example.com', {}],
	['http://127.0.0.1:5690', { proxy: { protocol: 'http', host: '127.0.0.1', port: 5690 } }],
	['http://localhost', { proxy: { protocol: 'http', host: 'localhost', port: 80 } }],
	['http://[::1]:3000', { proxy: { protocol: 'http', host: '[::1]', port: 3000 } }],
	['', {}],
])('a request to %p is told of %j', (baseURL, told) => {
	expect(pastProxies({ url: '/campaigns/list', baseURL })).toEqual(told);
});

test('a proxy that the request names itself stays', () => {
	const own = { host: 'proxy.example.com', port: 3128 };
	expect(pastProxies({ url: 'http://127.0.0.1:5690/x', proxy: own })).toEqual({});
});
