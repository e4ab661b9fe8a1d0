import type { Told } from './failure';

/** Ends a run that does not continue on fail, at the failure of one item. */
export class Stop extends Error {
	constructor(
		readonly itemIndex: number,
		readonly told: Told,
	) {
		super(told.what);
	}
}

/** @throws Stop */
export function stopAt(itemIndex: number, told: Told): never {
	throw new Stop(itemIndex, told);
}
