import type { Target } from './benchCase.cts';
import type { CaseName } from './cases.cts';
import type { Engine } from './expressionEngine.cts';

export interface Job extends Target {
	name: CaseName;
	engine: Engine;
	items: number;
}

export interface Cost {
	milliseconds: number;
	/** Time on the processor, all threads together. */
	cpuMilliseconds: number;
	/** Time that all cores together worked meanwhile, whoever for. */
	machineMilliseconds: number;
	/** Most memory that the process had. */
	peakMb: number;
	/** The part of it that came after the input stood in memory. */
	aboveInputMb: number;
}

/** Told before the measured run, so that the parent can start to count. */
export const READY = 'ready';
