import { refuse } from '../../errors.cts';
import { apiCampaign, checkContent, type Messages } from '../../messaging/messages.cts';
import type { Schedule } from '../../messaging/schedules.cts';
import { checkSchedule, isTooLate, pendingSchedule } from '../../messaging/scheduling.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import { messageProblems, messagesSchemas } from '../../schemas/messages/messages.cts';
import { schedule } from '../../schemas/targets.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /messages/schedule/update: another time, other content or both; what is given replaces the whole. */
export const updateMessageSchedule: Endpoint = {
	method: 'POST',
	path: '/messages/schedule/update',
	permission: 'messages.schedule.update',
	body: keys(
		{ schedule_id: identifier, schedule, messages: messagesSchemas.schedule },
		['schedule_id'],
		{
			if: { required: ['messages'] },
			else: { required: ['schedule'], because: 'unless messages is given' },
		},
	),
	success: 201,
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
