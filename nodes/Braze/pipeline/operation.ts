import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import type { BrazeField } from '../schema/field';
import type { Call, Kept } from './call';
import type { Effect } from './effect';
import type { Batch, Part } from './part';
import type { BrazeRequest, Entry, PlannedRequest } from './request';
import type { Outcome } from './send/outcome';
import type { Paging } from './send/paging';
import type { Success } from './send/success';
import type { ItemResults } from './result';

/** What may be tried again after a request of which nobody knows whether Braze acted on it. */
export type Repeat = 'safe' | 'unsafe' | ((body: IDataObject) => boolean);

/** What an output is made for. */
export interface Asked {
	request: BrazeRequest;
	kept: Kept;
	/** The entries of the item in this request. */
	entries: Entry[];
	/** How many entries the request has, those of other items included. */
	entryCount: number;
	/** Braze may have acted on the request before it was repeated and answered. */
	afterDoubt: boolean;
}

/** Why an answer that Braze gave is none for an item. */
export interface Miss {
	reason: string;
	advice: string;
}

/** One entry that Braze refused while it took others of the request. */
export interface EntryFault {
	entry: Entry;
	reason: string;
	/** What to do about it, where that is not to correct the entry. */
	advice?: string;
}

/** A file that Braze makes after it took the request, and that its answer points at. */
export interface LaterFile {
	/** Where it will be; undefined where the answer does not say. */
	urlOf: (answer: IDataObject) => string | undefined;
	nameOf: (answer: IDataObject) => string;
	mimeType: string;
	/** Why the answer may not say where it will be. */
	withoutUrl: string;
}

/** Asks a read endpoint on the way to a run's own requests, with the attempts, the pages and the rate limit of the run. */
export type Ask = (endpoint: Endpoint, requests: PlannedRequest[]) => Promise<Outcome[]>;

/** What is known of a run's items before its own requests are planned. */
export interface Prepared {
	/** What is left to ask for. */
	calls: Call[];
	/** Items that turned out to ask for what Braze would not take. */
	failures?: Map<number, Error>;
	/** Items that need no request, and those whose questions came to nothing. */
	results?: ItemResults;
}

/** Endpoints of one shape, of which a field of the form chooses one. */
export interface PathChoice {
	/** Key that a part writes; it is not sent. */
	key: string;
	/** Path and permission by the value under that key. */
	of: Record<string, { path: string; permission: string }>;
}

/** What certain words in a refusal mean, where its status alone would say something else. */
export interface RefusalRule {
	words: RegExp;
	advice: string;
	/**
	 * `refused`: it is refused for good, whatever the status. `inDoubt`: Braze has the request already, and says no more of it yet.
	 */
	means: 'refused' | 'inDoubt';
}

/** One endpoint of Braze: everything that is particular to it. */
export interface Endpoint {
	method: IHttpRequestMethods;
	/** Path; `{name}` takes the value that a part writes under that key. */
	path: string;
	/** Where a field decides which of several paths is asked. */
	choice?: PathChoice;
	/** Takes no body, though its method could carry one. */
	withoutBody?: true;
	/** Permission that the REST API key needs; of the path that is usual, where a field chooses one. */
	permission: string;
	/** Braze's limit in words where it is not the hourly one that all endpoints share (Braze docs, API limits). */
	rateLimit?: string;
	effect: Effect;
	/** Decides what is tried again after a doubt; a read is always safe. */
	repeat: Repeat;
	/** Cannot be undone: the objects of a run are counted before anything leaves. */
	irreversible?: true;
	parts: Part[];
	/** Reads a list page by page. */
	paging?: Paging;
	/**
	 * What a 2XX answer must look like, where Braze documents it; otherwise any that does not say otherwise counts. A list in pages
	 * says it by its list.
	 */
	success?: Success;
	/** What a success says where it comes to nothing, as of a Canvas that is paused; undefined where it does what it should. */
	nothingSent?: (answer: IDataObject) => string | undefined;
	/** Requests a minute, where Braze leaves no doubt about them: a run keeps within them by itself. */
	requestsPerMinute?: number;
	/**
	 * Looks into Braze before anything is planned, and may change what is asked for. Reads only; throws nothing.
	 *
	 * @param calls the good calls of the run, in the order of their items
	 */
	prepare?: (calls: Call[], ask: Ask) => Promise<Prepared>;
	/** What a refusal says of a request that holds too many entries, which then leaves again in halves. */
	tooManyEntries?: RegExp;
	/** The entries that an answer says were left out. */
	faults?: (answer: IDataObject, request: PlannedRequest) => EntryFault[];
	/**
	 * The entries that an answer names which refused the request as a whole. They fail alone; the others leave again without
	 * them, where the request may be repeated.
	 */
	refusedEntries?: (answer: IDataObject, request: PlannedRequest) => EntryFault[];
	/** Whether a refusal says that Braze has done it already, which counts as done after an attempt that ended in doubt. */
	alreadyDone?: (answer: IDataObject) => boolean;
	/** What a person should know of an accepted answer besides the output. */
	notice?: (answer: IDataObject, request: PlannedRequest) => string | undefined;
	/**
	 * What an accepted answer leaves open about the entries that it does not name.
	 * @returns undefined where they count as taken, otherwise what is in doubt about them
	 */
	doubt?: (answer: IDataObject, request: PlannedRequest) => string | undefined;
	/** The entries that the answer of a read leaves open: each is asked for again alone, and that answer counts. */
	unanswered?: (answer: IDataObject, request: PlannedRequest) => Entry[];
	/** Why an answer is none for an item, which then fails. */
	miss?: (answer: IDataObject, asked: Asked) => Miss | undefined;
	/** What a refusal of this endpoint means, by HTTP status, where it is not what that status means elsewhere. */
	advice?: Record<number, string>;
	/** The same by Braze's words, where one status means several things. */
	refusals?: RefusalRule[];
	/** Can be waited for, and is then output as binary. */
	file?: LaterFile;
	/** The output items of one input item; Braze's answer as it is where absent. */
	output?: (answer: IDataObject, asked: Asked) => IDataObject[];
}

/** One operation of a resource: its words, and the endpoint behind it. */
export interface Operation {
	resource: string;
	/** Value of the `operation` parameter. */
	value: string;
	/** Name in the *Operation* list. */
	name: string;
	/** Entry in the node panel, without an article. */
	action: string;
	description: string;
	endpoint: Endpoint;
	/** Another endpoint for the same, which takes what the same form says: a switch among the options chooses it. */
	alternative?: { option: BrazeField; endpoint: Endpoint };
}

/** @returns how the entries of an endpoint share requests; undefined where it has none */
export const batchOf = ({ parts }: Pick<Endpoint, 'parts'>): Batch | undefined =>
	parts.find(({ batch }) => batch)?.batch;

/** @returns the permissions that a key needs for everything that the endpoint can ask */
export const permissionsOf = ({
	permission,
	choice,
}: Pick<Endpoint, 'permission' | 'choice'>): string[] =>
	choice ? Object.values(choice.of).map((chosen) => chosen.permission) : [permission];
