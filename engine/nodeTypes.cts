import path from 'node:path';

import { PackageDirectoryLoader } from 'n8n-core';
import { NodeHelpers } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeType,
	INodeTypes,
	IVersionedNodeType,
} from 'n8n-workflow';

export const packageDirectory = path.resolve(__dirname, '..');

/** A note on the canvas: stands among the nodes of an export and never runs. */
export const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

let loading: Promise<PackageDirectoryLoader> | undefined;

/** @returns n8n's own loader with the built package loaded; once per process */
export async function loadPackage(): Promise<PackageDirectoryLoader> {
	loading ??= (async () => {
		const loader = new PackageDirectoryLoader(packageDirectory);
		await loader.loadAll();
		return loader;
	})();
	return await loading;
}

/** @returns the type of the Braze node as it is built */
export async function brazeType(): Promise<INodeType> {
	const loader = await loadPackage();
	return NodeHelpers.getVersionedNodeType(loader.getNode('braze').type);
}

/** Passes its input on; stands in for the trigger of a workflow, whose items are pinned or given. */
const passThrough = (name: string): INodeType => ({
	description: {
		displayName: name,
		name,
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name },
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	},
});

const standIns: Record<string, INodeType> = {
	'n8n-nodes-base.manualTrigger': passThrough('manualTrigger'),
	'n8n-nodes-base.noOp': passThrough('noOp'),
	[STICKY_NOTE]: passThrough('stickyNote'),
};

/** The node types of a run: the package's own, and stand-ins for those of n8n. */
export class PackageNodeTypes implements INodeTypes {
	constructor(
		private readonly loader: PackageDirectoryLoader,
		private readonly more: Record<string, INodeType> = {},
	) {}

	getByName(type: string): INodeType | IVersionedNodeType {
		const known = this.more[type] ?? standIns[type];
		if (known) return known;
		return this.loader.getNode(type.slice(type.lastIndexOf('.') + 1)).type;
	}

	getByNameAndVersion(type: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(type), version);
	}

	getKnownTypes(): IDataObject {
		return this.loader.known.nodes as unknown as IDataObject;
	}
}
