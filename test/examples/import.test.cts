import { NodeHelpers } from 'n8n-workflow';
import type { INode, INodeTypeDescription } from 'n8n-workflow';

import { readExamples } from '../../demo/readExamples.cts';
import { triggerOf } from '../../demo/trigger.cts';
import { NODE_TYPE, TRIGGER_TYPE } from '../../engine/brazeNode.cts';
import { loadPackage, STICKY_NOTE } from '../../engine/nodeTypes.cts';
import { IF, REMOVE_DUPLICATES, SET } from '../../engine/standIns.cts';

const examples = readExamples();
/** Versions of n8n's nodes in the examples; all others are at their first. */
const versions: Record<string, number> = { [IF]: 2.2, [SET]: 3.4, [REMOVE_DUPLICATES]: 2 };
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The types of this package, by the name that a workflow gives them. */
const descriptions: Record<string, INodeTypeDescription> = {};
beforeAll(async () => {
	const loader = await loadPackage();
	const describe = (name: string) => loader.getNode(name).type.description as INodeTypeDescription;
	descriptions[NODE_TYPE] = describe('braze');
	descriptions[TRIGGER_TYPE] = describe('brazeTrigger');
});

const ownNodes = (nodes: INode[]): INode[] => nodes.filter(({ type }) => type in descriptions);
const brazeNodes = (nodes: INode[]): INode[] => nodes.filter(({ type }) => type === NODE_TYPE);

describe.each(examples)('$file', (example) => {
	const { workflow } = example;
	const { name, nodes, connections, pinData = {} } = workflow;
	const names = nodes.map((node) => node.name);

	test('has a name, and nodes with what the editor needs to draw them', () => {
		expect(name).toEqual(expect.stringMatching(/\S/));
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
		for (const { id, position, type, typeVersion, webhookId } of nodes) {
			expect(id).toMatch(uuid);
			expect(position).toEqual([expect.any(Number), expect.any(Number)]);
			expect(typeVersion).toBe(versions[type] ?? 1);
			if (type === TRIGGER_TYPE) expect(webhookId).toMatch(uuid);
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
		expect(['n8n-nodes-base.manualTrigger', TRIGGER_TYPE]).toContain(
			nodes.find((node) => node.name === pinned)?.type,
		);
		expect(pinData[pinned]).not.toHaveLength(0);
		const note = nodes.find(({ type }) => type === STICKY_NOTE);
		expect(note?.parameters.content).toEqual(expect.stringMatching(/^## \S/));
	});

	test('holds the parameters as n8n saves them, complete, and no others', () => {
		for (const node of ownNodes(nodes)) {
			const description = descriptions[node.type];
			const credentials = { brazeApi: { id: expect.any(String), name: 'Braze (sandbox)' } };
			expect(node.credentials).toEqual(node.type === TRIGGER_TYPE ? undefined : credentials);
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

	test('that begins with a Braze Trigger has a secret to change, as a person sees at once', () => {
		const trigger = triggerOf(example);
		if (trigger) expect(trigger.parameters.secret).toMatch(/^change-me/);
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

const operationProperties = () =>
	descriptions[NODE_TYPE].properties.filter(({ name }) => name === 'operation');

const defaultOperationOf = (resource: string) =>
	operationProperties().find(({ displayOptions }) =>
		displayOptions?.show?.resource?.includes(resource),
	)?.default;
