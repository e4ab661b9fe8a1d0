import type {
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeType,
	NodePropertyTypes,
} from 'n8n-workflow';

import { runWorkflow } from '../../engine/engine.cts';
import type { Engine } from '../../nodes/Braze/pipeline/read/engine.ts';
import { valueOf } from '../../nodes/Braze/pipeline/read/reader.ts';
import { readerOf } from '../../nodes/Braze/pipeline/read/readers.ts';
import { defaultRules } from '../../nodes/Braze/pipeline/read/rules.ts';
import { termTraits } from '../../nodes/Braze/pipeline/read/traits.ts';
import type { Example } from './plainPathExamples.cts';

/** The shapes in which the node's parameters hold expressions, by the type of such a parameter. */
const shapes = (expression: string) => ({
	string: expression,
	number: expression,
	boolean: expression,
	dateTime: expression,
	json: expression,
	options: expression,
	multiOptions: [expression, 'text', 1, true],
	resourceLocator: { __rl: true, mode: 'id', value: expression },
	assignmentCollection: {
		assignments: [
			{ id: '1', name: 'x', value: expression, type: 'string' },
			{ id: '2', name: 'y', value: 'text', type: 'string' },
		],
	},
	collection: { option: expression, none: null, rows: { row: [{ deep: expression }, {}] } },
});

interface Reading {
	expression: string;
	/** What was read without the engine; absent where it was asked. */
	plain?: { value: unknown };
	engine: { value: unknown } | { refused: string };
}

const PROBE = 'test.probe';

/** What the node reads without the engine, undefined where it asks. */
function plainReading(raw: unknown, json: INodeExecutionData['json']): Reading['plain'] {
	let asked = false;
	const ask = (): never => {
		asked = true;
		throw new Error('asked');
	};
	const engine: Engine = { itemAt: () => json, text: ask, value: ask, texts: ask };
	const using = { engine, rules: defaultRules, emptyValues: new Map() };
	try {
		const reader = readerOf(raw, undefined, { ...termTraits('a'), kind: 'text' }, using);
		return { value: valueOf(reader, 0) };
	} catch (error) {
		if (asked) return undefined;
		throw error;
	}
}

/** Reads every parameter both ways, where the node under test reads them: for the items of the example that it is named after. */
const probe = (examples: Example[], readings: Reading[]): INodeType => ({
	description: {
		displayName: 'Probe',
		name: 'probe',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Probe' },
		inputs: ['main'],
		outputs: ['main'],
		properties: Object.entries(shapes('')).map(([type, sample]) => ({
			displayName: type,
			name: type,
			type: type as NodePropertyTypes,
			default: typeof sample === 'string' ? '' : {},
			options: [],
		})),
	},
	async execute(this: IExecuteFunctions) {
		const { name: position, parameters } = this.getNode();
		const { expression, items } = examples[Number(position)];
		const own = new Set(items.map(({ json }) => json));
		this.getInputData().forEach(({ json }, index) => {
			if (!own.has(json)) return;
			for (const parameter of Object.keys(parameters)) {
				const raw: unknown = this.getNodeParameter(parameter, 0, null, { rawExpressions: true });
				const plain = plainReading(raw, json);
				const engine = evaluated(() => this.getNodeParameter(parameter, index));
				readings.push({ expression, plain, engine });
			}
		});
		return [[]];
	},
});

function evaluated(read: () => unknown): Reading['engine'] {
	try {
		return { value: read() };
	} catch (error) {
		return { refused: (error as Error).message };
	}
}

/** @returns what both ways gave for every parameter shape of every item; one run for all examples, since a run costs more than they do */
export async function readBothWays(examples: Example[]): Promise<Reading[]> {
	const readings: Reading[] = [];
	const source = { id: 'source', name: 'Source', type: 'n8n-nodes-base.noOp', parameters: {} };
	const probes = examples.map(({ expression }, index) => ({
		id: String(index),
		name: String(index),
		type: PROBE,
		parameters: shapes(expression),
	}));
	const nodes = [source, ...probes].map((node) => ({ ...node, typeVersion: 1, position: [0, 0] }));
	const toAll = probes.map(({ name: node }) => ({ node, type: 'main' as const, index: 0 }));
	const { error } = await runWorkflow(
		{ nodes: nodes as unknown as INode[], connections: { Source: { main: [toAll] } } },
		{
			items: examples.flatMap(({ items }) => items),
			nodeTypes: { [PROBE]: probe(examples, readings) },
		},
	);
	if (error) throw error;
	return readings;
}
