import type { IDataObject } from 'n8n-workflow';

/** Braze took the request. */
export interface Accepted {
	kind: 'accepted';
	/** Braze's answer, the API key masked. */
	answer: IDataObject;
	/** The cursor of the next page, where the answer names one. */
	nextCursor?: string;
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
	/** What Braze answered, the API key masked. */
	answer?: IDataObject;
}

/** The request left and no answer tells what became of it. */
export interface MayHaveBeenSent {
	kind: 'mayHaveBeenSent';
	status?: number;
	reason: string;
	advice: string;
	/** Whether the same request may leave again: it does no harm where Braze acted on the first. */
	retryable?: true;
	/** What was answered, the API key masked. */
	answer?: IDataObject;
}

/** The run ended before the request left. */
export interface NotSent {
	kind: 'notSent';
	reason: string;
	advice: string;
}

/** The run was cancelled; nothing more leaves. */
export const cancelled: NotSent = {
	kind: 'notSent',
	reason: 'Not sent, because the execution was cancelled',
	advice: 'Run the workflow again for the items that were not sent',
};

/** What became of something that Braze did not take, as far as anybody knows. */
export type NotTaken = Rejected | MayHaveBeenSent | NotSent;

/** What became of one request. */
export type Outcome = Accepted | NotTaken;
