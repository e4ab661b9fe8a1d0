import type { FaultKind } from './faults.cts';
import type { UserIdentifier } from './workspace/users.cts';

/** A request that reached the sandbox, in the order of arrival. */
export interface RecordedRequest {
	index: number;
	/** Sandbox time in epoch milliseconds. */
	at: number;
	method: string;
	path: string;
	/** A key that came more than once is a list. */
	query: Record<string, string | string[]>;
	/** As sent, with the key masked. */
	headers: Record<string, string>;
	/** Name of the seed's key it came with. */
	keyName?: string;
	/** Parsed JSON; undefined where there was none or it could not be parsed. */
	body?: unknown;
	/** The body as text, kept only where it is not JSON. */
	rawBody?: string;
	/** The fault the plan gave this request. */
	fault?: FaultKind;
	/** Whether Braze looked at it at all: false for a fault that came before. */
	processed: boolean;
	/** Whether Braze acted on it, whatever the client got to see. */
	accepted: boolean;
	/** What the client got; null where the connection broke before a whole answer. */
	status: number | null;
	responseHeaders: Record<string, string>;
	/** Parsed answer; text where a fault made it something else than JSON. */
	response: unknown;
	/** What the sandbox noticed and Braze would not say, such as a user named twice. */
	notes: string[];
}

/** One message, campaign or Canvas that reached one user. */
export interface Delivery {
	index: number;
	/** One key for one user, however named: the external_id where there is one. */
	userId: string;
	/** As the request named the user; a token for also_send_to. */
	user: UserIdentifier & { push_token?: string };
	/** Key of the message in `messages`, or the channels of a campaign's variations. */
	channel?: string;
	channels?: string[];
	campaignId?: string;
	canvasId?: string;
	/** The message object, or what personalizes the campaign or Canvas. */
	content: unknown;
	/** The message as the user sees it, where Connected Content was asked for while it was rendered. */
	rendered?: unknown;
	/** Why it was not sent after all: Connected Content that had to be there was not. */
	aborted?: string;
	/** Equal for equal channel, campaign, Canvas and content. */
	contentKey: string;
	dispatchId: string;
	sendId?: string;
	scheduleId?: string;
	/** Index of the request that caused it. */
	requestIndex: number;
	/** Sandbox time in epoch milliseconds. */
	at: number;
}

/** How often one content reached one user. */
export interface DeliveryCount {
	userId: string;
	contentKey: string;
	count: number;
}
