import { createRequire } from 'node:module';
import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

/** What a finished run holds, as far as it is looked at here. */
export interface RunData {
	resultData: {
		error?: { message: string };
		runData: Record<string, Array<{ data: { main: Array<Array<{ json: IDataObject }>> } }>>;
	};
}

/**
 * Reads a run out of the text in which n8n keeps it.
 *
 * @param directory where the n8n that wrote it is installed; its own copy of the package flatted reads it
 * @returns undefined where n8n has saved the state of the run and not yet the run itself
 */
export function readRun(data: string, directory = __dirname): RunData | undefined {
	const require = createRequire(path.join(directory, 'node_modules', 'n8n', 'package.json'));
	const { parse } = require('flatted') as { parse: (text: string) => unknown };
	return parse(data) as RunData | undefined;
}

/** @returns the items that a node gave on its first output when it first ran; none where it did not */
export const itemsOf = (run: RunData | undefined, node: string): IDataObject[] =>
	(run?.resultData.runData[node]?.[0]?.data.main[0] ?? []).map(({ json }) => json);
