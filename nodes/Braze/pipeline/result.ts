import type { IDataObject } from 'n8n-workflow';

import type { PlannedRequest } from './request';
import type { Outcome } from './send/outcome';

/** A request that serves an item, and what became of the item's part of it. */
export interface Share {
	request: PlannedRequest;
	outcome: Outcome;
}

/** What became of one input item. */
export interface ItemResult {
	outcome: Outcome;
	/** One, or several where the item's entries were more than one request takes. */
	shares: Share[];
	/** The output of an item that was settled without a request of its own. */
	output?: IDataObject[];
}

/** What became of every item that was planned, by its index. */
export type ItemResults = Map<number, ItemResult>;
