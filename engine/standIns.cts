import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

/** A note on the canvas: stands among the nodes of an export and never runs. */
export const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

/** n8n's If, Edit Fields and Remove Duplicates, by the versions that the examples use. */
export const IF = 'n8n-nodes-base.if';
export const SET = 'n8n-nodes-base.set';
export const REMOVE_DUPLICATES = 'n8n-nodes-base.removeDuplicates';

const describe = (
	name: string,
	more: Partial<INodeTypeDescription> & { version: number },
): INodeTypeDescription => ({
	displayName: name,
	name,
	group: ['transform'],
	description: '',
	defaults: { name },
	inputs: ['main'],
	outputs: ['main'],
	properties: [],
	...more,
});

const property = (
	name: string,
	type: INodeProperties['type'],
	more: Partial<INodeProperties> = {},
): INodeProperties => ({ displayName: name, name, type, default: '', ...more });

const paired = (item: INodeExecutionData, index: number): INodeExecutionData => ({
	...item,
	pairedItem: { item: index },
});

/** Passes its input on; stands in for the trigger of a workflow, whose items are pinned or given. */
const passThrough = (name: string): INodeType => ({
	description: describe(name, { version: 1, group: ['trigger'], inputs: [] }),
	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	},
});

/** The conditions are worked out by n8n's own filter, as in n8n's node. */
const ifNode: INodeType = {
	description: describe('if', {
		version: 2.2,
		outputs: ['main', 'main'],
		properties: [property('conditions', 'filter', { default: {} })],
	}),
	async execute(this: IExecuteFunctions) {
		const outputs: INodeExecutionData[][] = [[], []];
		for (const [index, item] of this.getInputData().entries()) {
			const isTrue = this.getNodeParameter('conditions', index, false, { extractValue: true });
			outputs[isTrue === true ? 0 : 1].push(paired(item, index));
		}
		return outputs;
	},
};

/** Texts under plain names alone, which is all that the examples set. */
const setNode: INodeType = {
	description: describe('set', {
		version: 3.4,
		properties: [property('assignments', 'assignmentCollection', { default: {} })],
	}),
	async execute(this: IExecuteFunctions) {
		return [this.getInputData().map((_item, index) => paired({ json: setIn(this, index) }, index))];
	},
};

function setIn(context: IExecuteFunctions, index: number): IDataObject {
	const assignments = context.getNodeParameter('assignments.assignments', index, []) as Array<{
		name: string;
		value: unknown;
		type: string;
	}>;
	return Object.fromEntries(
		assignments.map(({ name, value, type }) => {
			if (type !== 'string' || typeof value !== 'string' || name.includes('.')) {
				throw new Error(`The stand-in of Edit Fields does not know how n8n would set ${name}`);
			}
			return [name, value];
		}),
	);
}

/** Remembers for as long as the workflow is loaded, where n8n writes to its database. */
const removeDuplicates: INodeType = {
	description: describe('removeDuplicates', {
		version: 2,
		outputs: ['main', 'main'],
		properties: [property('operation', 'string'), property('dedupeValue', 'string')],
	}),
	async execute(this: IExecuteFunctions) {
		if (this.getNodeParameter('operation', 0) !== 'removeItemsSeenInPreviousExecutions') {
			throw new Error('The stand-in of Remove Duplicates only removes what came before');
		}
		const store = this.getWorkflowStaticData('node');
		const seen = new Set(store.seen as string[] | undefined);
		const outputs: INodeExecutionData[][] = [[], []];
		for (const [index, item] of this.getInputData().entries()) {
			const value = String(this.getNodeParameter('dedupeValue', index));
			outputs[seen.has(value) ? 1 : 0].push(paired(item, index));
			seen.add(value);
		}
		store.seen = [...seen];
		return outputs;
	},
};

/** Nodes of n8n that workflows hold, since n8n's own are not part of this package. */
export const standIns: Record<string, INodeType> = {
	'n8n-nodes-base.manualTrigger': passThrough('manualTrigger'),
	'n8n-nodes-base.noOp': passThrough('noOp'),
	[STICKY_NOTE]: passThrough('stickyNote'),
	[IF]: ifNode,
	[SET]: setNode,
	[REMOVE_DUPLICATES]: removeDuplicates,
};
