import type { NotSent } from './outcome';

/** A request of the run failed, and the node does not continue on fail. */
export const stoppedBefore: NotSent = {
	kind: 'notSent',
	reason: 'Not sent, because an earlier request of this run failed',
	advice: 'Fix that one first, and run the workflow again for the items that were not sent',
};
