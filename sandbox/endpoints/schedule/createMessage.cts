import { readMessagesSend } from '../../messaging/messages.cts';
import { createSchedule } from '../../messaging/scheduling.cts';
import { needs } from '../../schemas/ids.cts';
import { boolean, keys } from '../../schemas/json-schema.cts';
import { messagesSchemas } from '../../schemas/messages/messages.cts';
import { messagesTarget, schedule } from '../../schemas/targets.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /messages/schedule/create: content in the request, at its time. */
export const createMessageSchedule: Endpoint = {
	method: 'POST',
	path: '/messages/schedule/create',
	permission: 'messages.schedule.create',
	body: keys(
		{
			...messagesTarget,
			override_messaging_limits: boolean,
			schedule,
			messages: messagesSchemas.schedule,
		},
		['schedule', 'messages'],
		needs.messages,
	),
	success: 201,
	handle(call) {
		const { send, errors } = readMessagesSend(call, 'schedule');
		return createSchedule(call, send, errors);
	},
};
