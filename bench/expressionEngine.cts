import { createRequire } from 'node:module';
import path from 'node:path';

import { packageDirectory } from '../engine/nodeTypes.cts';

/** n8n's two ways to evaluate an expression: in the process, or in an isolate. */
export type Engine = 'legacy' | 'vm';

/** The copy that the engine uses: beside this file lies another one, that of n8n's own nodes. */
const { Expression } = createRequire(path.join(packageDirectory, 'package.json'))(
	'n8n-workflow',
) as typeof import('n8n-workflow');

/** Starts an expression engine with the settings that n8n itself starts it with. */
export async function startExpressionEngine(engine: Engine): Promise<void> {
	await Expression.initExpressionEngine({
		engine,
		poolSize: 1,
		maxCodeCacheSize: 1024,
		bridgeTimeout: 5000,
		bridgeMemoryLimit: 128,
	});
	const active = Expression.getActiveImplementation();
	if (active !== engine)
		throw new Error(`Expressions are evaluated by ${active}, not by ${engine}`);
}
