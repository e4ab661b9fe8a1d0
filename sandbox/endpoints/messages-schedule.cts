import { refuse } from '../errors.cts';
import { messageProblems } from '../schemas/messages/messages.cts';
import { requestSchemas } from '../schemas/requests.cts';
import type { Schedule } from '../schedules.cts';
import { done, type Endpoint } from './endpoint.cts';
import { apiCampaign, checkContent, readMessagesSend, type Messages } from './messages.cts';
import { checkSchedule, createSchedule, isTooLate, pendingSchedule } from './scheduling.cts';

/** POST /messages/schedule/create: content in the request, at its time. */
export const messagesScheduleCreate: Endpoint = {
	method: 'POST',
	path: '/messages/schedule/create',
	permission: 'messages.schedule.create',
	schema: requestSchemas['/messages/schedule/create'],
	handle(call) {
		const { send, errors } = readMessagesSend(call, 'schedule');
		return createSchedule(call, send, errors);
	},
};

/** POST /messages/schedule/update: another time, other content or both; what is given replaces the whole. */
export const messagesScheduleUpdate: Endpoint = {
	method: 'POST',
	path: '/messages/schedule/update',
	permission: 'messages.schedule.update',
	schema: requestSchemas['/messages/schedule/update'],
	handle(call) {
		const { workspace, body, schedules } = call;
		const scheduled = pendingSchedule(call, 'messages');
		checkSchedule(call);
		const messages = body.messages as Messages | undefined;
		const { send } = scheduled;
		if (messages) {
			refuse(messageProblems('schedule', messages, workspace.clock.now()));
			checkContent(workspace, messages, apiCampaign(workspace, send.campaignId));
		}
		if (isTooLate(call, scheduled)) return done();
		if (messages && send.kind === 'messages') send.messages = messages;
		if (body.schedule) schedules.reschedule(scheduled, body.schedule as Schedule);
		return done();
	},
};

/** POST /messages/schedule/delete: what waits is not sent. */
export const messagesScheduleDelete: Endpoint = {
	method: 'POST',
	path: '/messages/schedule/delete',
	permission: 'messages.schedule.delete',
	schema: requestSchemas['/messages/schedule/delete'],
	handle(call) {
		call.schedules.cancel(pendingSchedule(call, 'messages'));
		return done();
	},
};
