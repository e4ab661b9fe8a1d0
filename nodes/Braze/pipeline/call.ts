import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

/** Users in one request (Braze docs; 50 in the Appboy document, 75 in the Braze 2018 document). */
export const MAX_USERS_PER_REQUEST = 50;

/** The lists of a request body that name users. */
export const userLists = ['external_user_ids', 'user_aliases', 'recipients'] as const;

export type UserList = (typeof userLists)[number];

/** One user as a request names them. */
export interface User {
	/** Equal for two entries that name the same user. */
	key: string;
	list: UserList;
	wire: IDataObject | string;
}

/** What a request says apart from the users it names. */
export interface Message {
	method: IHttpRequestMethods;
	path: string;
	body: IDataObject;
	query?: IDataObject;
	/** Reaches users that it does not name, so that a run sends it once however many items ask for it. */
	reachesUnnamedUsers?: boolean;
}

/** What one input item asks for. */
export interface Call {
	itemIndex: number;
	message: Message;
	users: User[];
	/** Bytes of the message and of the users on the wire. */
	messageBytes?: number;
	userBytes?: number;
}

/** One request to Braze and the input items it serves. */
export interface PlannedRequest {
	message: Message;
	users: User[];
	/** The input item behind each of the users, in the same order. */
	userItems: number[];
	itemIndexes: number[];
	/** Positions of earlier requests that name one of the same users and must be answered first. */
	after: number[];
}

/** @returns the body as it goes on the wire, users included */
export function requestBody({
	message,
	users,
}: Pick<PlannedRequest, 'message' | 'users'>): IDataObject {
	const body: IDataObject = { ...message.body };
	for (const user of users) {
		const list = (body[user.list] ??= []) as Array<IDataObject | string>;
		list.push(user.wire);
	}
	return body;
}
