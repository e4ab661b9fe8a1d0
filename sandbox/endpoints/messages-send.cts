import { requestSchemas } from '../schemas/requests.cts';
import { deliver } from '../sending.cts';
import type { Endpoint } from './endpoint.cts';
import { readMessagesSend } from './messages.cts';
import { accepted } from './targeting.cts';

/** POST /messages/send: content in the request, right away. */
export const messagesSend: Endpoint = {
	method: 'POST',
	path: '/messages/send',
	permission: 'messages.send',
	rateLimit: 'broadcast',
	schema: requestSchemas['/messages/send'],
	handle(call) {
		const { send, errors } = readMessagesSend(call, 'send');
		deliver(call.workspace, send, call.workspace.clock.now(), call.note);
		return accepted(send, errors);
	},
};
