import type { IDataObject } from 'n8n-workflow';

import type { BrazeRequest, Entry } from './request';

/** What an operation keeps of the form for its output and its checks; nothing of it goes on the wire. */
export interface Kept extends IDataObject {
	/** Results that the item wants of a list; absent where all are wanted. */
	limit?: number;
}

/** The part of a call that items share where nothing in it depends on the item. */
export interface Content {
	/** All keys that the parts wrote, wherever the request takes them: in the path, the query or the body. */
	wire: IDataObject;
	request: BrazeRequest;
	kept: Kept;
	/** Bytes of the body without entries. */
	bytes: number;
}

/** What one input item asks for. */
export interface Call {
	itemIndex: number;
	/** Further items that this call is for, since they ask for the same. */
	alsoServes?: number[];
	content: Content;
	entries: Entry[];
	/** Bytes of the entries on the wire. */
	entryBytes: number;
}
