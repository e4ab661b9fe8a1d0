/** How far a request had come when its exchange ended without an answer. */
export type Stage = 'beforeDelivery' | 'afterDelivery' | 'unknown';

/** The fault of a request that got no answer, as far as n8n shows it. */
export interface Fault {
	stage: Stage;
	/** n8n's own code for a request that was cancelled among them. */
	code: string;
	message: string;
}

/** n8n's names for an address that its administrator does not let nodes reach; the request is never made. */
const blockedByN8n = /^SsrfBlocked\w*Error$/;

type Wrapped = Partial<
	Record<
		| 'name'
		| 'httpCode'
		| 'code'
		| 'syscall'
		| 'message'
		| 'messages'
		| 'cause'
		| 'errors'
		| 'request'
		| 'response',
		unknown
	>
>;

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** Looking for the host or setting up the connection: nothing of a request can have left. */
const isConnecting = (syscall: unknown): boolean =>
	typeof syscall === 'string' && (syscall === 'connect' || /^(?:getaddrinfo|query)/.test(syscall));

/**
 * The network fault behind whatever n8n wrapped around it, and the stage that the request had reached.
 *
 * The stage is taken from what Node.js holds of the connection, never from codes or words alone, which come before and after
 * delivery alike, nor from the bytes written, which count what only waits to leave. n8n 1 hides the connection: there nobody knows.
 */
export function faultOf(error: unknown): Fault {
	const chain = chainOf(error);
	const fault: Fault = { stage: stageOf(chain), code: '', message: 'unknown fault' };
	for (const { httpCode, code = httpCode, message, messages } of chain) {
		const words: unknown = Array.isArray(messages) ? (messages[0] ?? message) : message;
		if (typeof code === 'string') fault.code = code;
		if (typeof words === 'string' && words.trim() !== '') fault.message = words.trim();
	}
	return fault;
}

/** The error and its causes, outermost first; each once, since a cause may lead back to its error. */
function chainOf(error: unknown): Wrapped[] {
	const chain: Wrapped[] = [];
	for (let fault = error; isObject(fault) && !chain.includes(fault); fault = fault.cause) {
		chain.push(fault);
	}
	return chain;
}

function stageOf(chain: Wrapped[]): Stage {
	if (chain.some(({ response }) => isObject(response))) return 'afterDelivery';
	if (chain.some(({ name }) => typeof name === 'string' && blockedByN8n.test(name))) {
		return 'beforeDelivery';
	}
	if (chain.some(endedWhileConnecting)) return 'beforeDelivery';
	const made = chain.find(({ request }) => isObject(request));
	if (!made) return 'unknown';
	const { socket } = made.request as { socket?: unknown };
	// no socket: a proxy is still asked to open the tunnel, or the request waits for a connection
	if (socket === null || socket === undefined) return 'beforeDelivery';
	const isUnderTls = isObject(socket) && socket.secureConnecting === true;
	return isUnderTls ? 'beforeDelivery' : 'afterDelivery';
}

/** Several addresses may have been tried, each with a fault of its own. */
const endedWhileConnecting = ({ syscall, errors }: Wrapped): boolean =>
	isConnecting(syscall) ||
	(Array.isArray(errors) &&
		errors.length > 0 &&
		errors.every((each) => isObject(each) && isConnecting(each.syscall)));
