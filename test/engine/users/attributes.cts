import type { IDataObject } from 'n8n-workflow';

import type { NodeRun } from '../../../engine/engine.cts';
import { NOW, openBench, type Bench } from '../support.cts';

interface Attributes {
	bench: Bench;
	/** Runs the node in Berlin. */
	run(parameters: IDataObject, items: IDataObject[]): Promise<NodeRun>;
	/** The attributes objects that left in the only request. */
	attributes(): IDataObject[];
}

/** A bench for one test file about attributes. */
export function openAttributes(): Attributes {
	const bench = openBench({ now: NOW });
	return {
		bench,
		run: async (parameters, items) =>
			await bench.run({ parameters, items, settings: { timezone: 'Europe/Berlin' } }),
		attributes: () => (bench.onlyRequest().body as IDataObject).attributes as IDataObject[],
	};
}
