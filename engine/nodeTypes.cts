import path from 'node:path';

import { PackageDirectoryLoader } from 'n8n-core';
import { LoggerProxy, NodeHelpers } from 'n8n-workflow';
import type { IDataObject, INodeType, INodeTypes, IVersionedNodeType } from 'n8n-workflow';

import { standIns } from './standIns.cts';

export { STICKY_NOTE } from './standIns.cts';

export const packageDirectory = path.resolve(__dirname, '..');

let loading: Promise<PackageDirectoryLoader> | undefined;

/** @returns n8n's own loader with the built package loaded; once per process */
export async function loadPackage(): Promise<PackageDirectoryLoader> {
	loading ??= (async () => {
		const loader = new PackageDirectoryLoader(packageDirectory);
		await loader.loadAll();
		if (process.env.N8N_LOG_LEVEL === 'silent') silenceLog();
		return loader;
	})();
	return await loading;
}

/** n8n's own logger puts together each line before it keeps silent, which is a tenth of a short run. */
export function silenceLog(): void {
	const none = (): void => {};
	LoggerProxy.init({ error: none, warn: none, info: none, debug: none } as never);
}

/** @returns the type of the Braze node as it is built */
export async function brazeType(): Promise<INodeType> {
	const loader = await loadPackage();
	return NodeHelpers.getVersionedNodeType(loader.getNode('braze').type);
}

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
