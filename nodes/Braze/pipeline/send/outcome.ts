import type { IDataObject } from 'n8n-workflow';

/** Braze took the request. */
export interface Accepted {
	kind: 'accepted';
	/** Braze's answer, the API key masked. */
	answer: IDataObject;
}

/** Nothing was sent: Braze refused the request, or it never reached Braze. */
export interface Rejected {
	kind: 'rejected';
	/** HTTP status, where there was an answer. */
	status?: number;
	reason: string;
	advice: string;
	/** Whether the same request may be taken later; it was not sent. */
	retryable?: true;
}

/** The request left and no answer tells what became of it. */
export interface MayHaveBeenSent {
	kind: 'mayHaveBeenSent';
	status?: number;
	reason: string;
	advice: string;
}

/** The run ended before the request left. */
export interface NotSent {
	kind: 'notSent';
	reason: string;
	advice: string;
}

/** What became of one request. */
export type Outcome = Accepted | Rejected | MayHaveBeenSent | NotSent;
