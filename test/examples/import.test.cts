import { NodeHelpers } from 'n8n-workflow';
import type { INode, INodeTypeDescription } from 'n8n-workflow';

import { readExamples } from '../../demo/readExamples.cts';
import { NODE_TYPE } from '../../engine/brazeNode.cts';
import { loadPackage, STICKY_NOTE } from '../../engine/nodeTypes.cts';

const examples = readExamples();
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let description: INodeTypeDescription;
beforeAll(async () => {
	description = (await loadPackage()).getNode('braze').type.description as INodeTypeDescription;
});

const brazeNodes = (nodes: INode[]): INode[] => nodes.filter(({ type }) => type === NODE_TYPE);

describe.each(examples)('$file', ({ workflow }) => {
	const { name, nodes, connections, pinData = {} } = workflow;
	const names = nodes.map((node) => node.name);

	test('has a name, and nodes with what the editor needs to draw them', () => {
		expect(name).toEqual(expect.stringMatching(/\S/));
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
		for (const { id, position, typeVersion } of nodes) {
			expect(id).toMatch(uuid);
			expect(position).toEqual([expect.any(Number), expect.any(Number)]);
			expect(typeVersion).toBe(1);
		}
	});

	test('connects nodes by names that exist, and leaves none alone', () => {
		const targets = Object.values(connections).flatMap(({ main }) =>
			main.flatMap((output) => (output ?? []).map(({ node }) => node)),
		);
		expect(names).toEqual(expect.arrayContaining([...Object.keys(connections), ...targets]));
		for (const node of brazeNodes(nodes)) expect(targets).toContain(node.name);
	});

	test('starts with pinned items and says on a note what it does', () => {
		const [pinned, ...others] = Object.keys(pinData);
		expect(others).toEqual([]);
		expect(nodes.find((node) => node.name === pinned)?.type).toBe('n8n-nodes-base.manualTrigger');
		expect(pinData[pinned]).not.toHaveLength(0);
		const note = nodes.find(({ type }) => type === STICKY_NOTE);
		expect(note?.parameters.content).toEqual(expect.stringMatching(/^## \S/));
	});

	test('holds the parameters as n8n saves them, complete, and no others', () => {
		for (const node of brazeNodes(nodes)) {
			expect(node.credentials).toEqual({
				brazeApi: { id: expect.any(String), name: 'Braze (sandbox)' },
			});
			const parametersOf = (withDefaults: boolean) =>
				NodeHelpers.getNodeParameters(
					description.properties,
					node.parameters,
					withDefaults,
					false,
					node,
					description,
				) ?? {};
			expect(node.parameters).toEqual(parametersOf(false));
			const complete = { ...node, parameters: parametersOf(true) };
			expect(
				NodeHelpers.getNodeParametersIssues(description.properties, complete, description),
			).toBeNull();
		}
	});
});

test('the examples use operations that the node has', () => {
	const used = new Set(
		examples
			.flatMap(({ workflow }) => brazeNodes(workflow.nodes))
			.map(({ parameters: { resource = 'message', operation } }) =>
				[resource, operation ?? defaultOperationOf(String(resource))].join(' '),
			),
	);
	const offered = operationProperties().flatMap(({ displayOptions, options = [] }) =>
		options.flatMap((option) =>
			'value' in option ? [`${displayOptions?.show?.resource?.[0]} ${option.value}`] : [],
		),
	);
	expect(used.size).toBeGreaterThan(0);
	for (const operation of used) expect(offered).toContain(operation);
});

const operationProperties = () => description.properties.filter(({ name }) => name === 'operation');

const defaultOperationOf = (resource: string) =>
	operationProperties().find(({ displayOptions }) =>
		displayOptions?.show?.resource?.includes(resource),
	)?.default;
