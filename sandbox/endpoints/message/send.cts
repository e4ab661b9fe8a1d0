import { countBroadcast } from '../../messaging/broadcast-limit.cts';
import { readMessagesSend } from '../../messaging/messages.cts';
import { deliver } from '../../messaging/sending.cts';
import { accepted } from '../../messaging/targeting.cts';
import { needs } from '../../schemas/ids.cts';
import { boolean, keys } from '../../schemas/json-schema.cts';
import { messagesSchemas } from '../../schemas/messages/messages.cts';
import { messagesTarget } from '../../schemas/targets.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /messages/send: content in the request, right away. */
export const sendMessage: Endpoint = {
	method: 'POST',
	path: '/messages/send',
	permission: 'messages.send',
	rateLimit: countBroadcast,
	body: keys(
		{ ...messagesTarget, override_frequency_capping: boolean, messages: messagesSchemas.send },
		['messages'],
		needs.messages,
	),
	success: 201,
	handle(call) {
		const { send, errors } = readMessagesSend(call, 'send');
		deliver(call.workspace, send, call.workspace.clock.now(), call.note);
		return accepted(send, errors);
	},
};
