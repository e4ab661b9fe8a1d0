import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import type { Entry, PlannedRequest } from '../request';

/** Braze took the request. */
export interface Accepted {
	kind: 'accepted';
	/** Braze's answer, the API key masked. */
	answer: IDataObject;
	/** Braze may have acted on the same request before, so that this answer tells of what was left to do. */
	afterDoubt?: true;
	/** The cursor of the next page, where the answer names one; empty where it names the page alone. */
	nextCursor?: string;
	/** The file that the answer pointed at, by the name of its field. */
	binary?: IBinaryKeyData;
	/** How long that file was waited for, in seconds, and how often it was asked for. */
	fetched?: { name: string; seconds: number; times: number };
}

/** Nothing was sent: Braze refused the request, or it never reached Braze. */
export interface Rejected {
	kind: 'rejected';
	/** HTTP status, where there was an answer. */
	status?: number;
	reason: string;
	advice: string;
	/** Braze's refusal, the API key masked; absent where it was no JSON object. */
	answer?: IDataObject;
	/** Nothing in the answer says that Braze gave it: a proxy or a firewall may have. */
	fromElsewhere?: true;
	/** Whether the same request may be taken later; it was not sent. */
	retryable?: true;
	/** Braze has done it already, so that a doubt about an earlier attempt ends well. */
	alreadyDone?: true;
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

/** @returns 401 or 403 where Braze refused the key, and not something before Braze the request */
export const refusalByKey = (outcome: NotTaken): 401 | 403 | undefined => {
	if (outcome.kind === 'notSent') return undefined;
	const { status } = outcome;
	if (status === 403) return 'fromElsewhere' in outcome ? undefined : status;
	return status === 401 ? status : undefined;
};

/** A request that left in place of a larger one, and what became of it. */
export interface Piece {
	request: PlannedRequest;
	outcome: Outcome;
}

/**
 * What became of one request, and of the entries that fared otherwise than the rest of it. Where it left in pieces, each of them
 * has its own, and the outcome of the whole says whether all was taken.
 */
export type Outcome = (Accepted | NotTaken) & {
	apart?: ReadonlyMap<Entry, NotTaken>;
	pieces?: Piece[];
};
