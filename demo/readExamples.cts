import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { ExportedWorkflow } from '../engine/engine.cts';

const directory = path.resolve(__dirname, '../examples');

/** An example workflow and where it is. */
export interface Example {
	/** File name inside `examples/`. */
	file: string;
	workflow: ExportedWorkflow;
}

/** Every example, in the order of the file names. */
export const readExamples = (): Example[] =>
	readdirSync(directory)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => ({
			file,
			workflow: JSON.parse(readFileSync(path.join(directory, file), 'utf8')) as ExportedWorkflow,
		}));
