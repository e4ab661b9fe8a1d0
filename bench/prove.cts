/** Proves, in the engine named on the command line, that plain paths are read exactly as that engine evaluates them. */
import '../engine/environment.cts';

import { provePlainPath } from '../test/engine/plainPathProperty.cts';
import { startExpressionEngine } from './expressionEngine.cts';
import type { Engine } from './expressionEngine.cts';

async function main(engine: Engine, runs: number): Promise<void> {
	await startExpressionEngine(engine);
	const { plain, all } = await provePlainPath(runs);
	console.log(`${engine}: ${plain} of ${all} values read without the engine, each the same`);
}

void main(process.argv[2] as Engine, Number(process.argv[3]));
