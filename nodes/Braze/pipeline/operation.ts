import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import type { Kept } from './call';
import type { Effect } from './effect';
import type { Batch, Part } from './part';
import type { BrazeRequest, Entry, PlannedRequest } from './request';
import type { Paging } from './send/paging';
import type { Success } from './send/success';

/** What may be tried again after a request of which nobody knows whether Braze acted on it. */
export type Repeat = 'safe' | 'unsafe' | ((body: IDataObject) => boolean);

/** What an output is made for. */
export interface Asked {
	request: BrazeRequest;
	kept: Kept;
	/** The entries of the item in this request. */
	entries: Entry[];
}

/** One entry that Braze refused while it took others of the request. */
export interface EntryFault {
	entry: Entry;
	reason: string;
}

/** One endpoint of Braze: everything that is particular to it. */
export interface Endpoint {
	method: IHttpRequestMethods;
	/** Path; `{name}` takes the value that a part writes under that key. */
	path: string;
	/** Permission that the REST API key needs. */
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
	/** What a 2XX answer must look like, where Braze documents it; otherwise any that does not say otherwise counts. */
	success?: Success;
	/** What a success says where it comes to nothing, as of a Canvas that is paused; undefined where it does what it should. */
	nothingSent?: (answer: IDataObject) => string | undefined;
	/** The entries that an accepted answer says were left out. */
	faults?: (answer: IDataObject, request: PlannedRequest) => EntryFault[];
	/** What a refusal of this endpoint means, by HTTP status, where it is not what that status means elsewhere. */
	advice?: Record<number, string>;
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
}

/** @returns how the entries of an endpoint share requests; undefined where it has none */
export const batchOf = ({ parts }: Pick<Endpoint, 'parts'>): Batch | undefined =>
	parts.find(({ batch }) => batch)?.batch;
