import assert from 'node:assert/strict';

import fc from 'fast-check';

import { example } from './plainPathExamples.cts';
import { readBothWays } from './plainPathReadings.cts';

/** How many values were read without the engine, of how many: a property that skips everything proves nothing. */
export interface Coverage {
	plain: number;
	all: number;
}

/**
 * Holds for every expression and item: what is read without the engine is exactly what the engine gives, in value and type.
 *
 * @param runs each of several expressions with several items
 * @throws where it does not, with the smallest example found
 */
export async function provePlainPath(runs: number, seed?: number): Promise<Coverage> {
	const coverage: Coverage = { plain: 0, all: 0 };
	const examples = fc.array(example, { minLength: 1, maxLength: 20, size: 'max' });
	const property = fc.asyncProperty(examples, async (each) => {
		for (const { expression, plain, engine } of await readBothWays(each)) {
			coverage.all++;
			if (!plain) continue;
			coverage.plain++;
			assert.deepStrictEqual({ expression, ...plain }, { expression, ...engine });
		}
	});
	await fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) });
	return coverage;
}
