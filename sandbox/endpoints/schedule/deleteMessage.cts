import { pendingSchedule } from '../../messaging/scheduling.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /messages/schedule/delete: what waits is not sent. */
export const deleteMessageSchedule: Endpoint = {
	method: 'POST',
	path: '/messages/schedule/delete',
	permission: 'messages.schedule.delete',
	body: keys({ schedule_id: identifier }, ['schedule_id']),
	success: 201,
	handle(call) {
		call.schedules.cancel(pendingSchedule(call, 'messages'));
		return done();
	},
};
