import { requestSchemas } from '../schemas/requests.cts';
import type { Schedule } from '../schedules.cts';
import { done, type Answer, type Call, type Endpoint } from './endpoint.cts';
import { checkSchedule, createSchedule, isTooLate, pendingSchedule } from './scheduling.cts';
import { knownCanvas, readCampaignTrigger, readCanvasTrigger, knownCampaign } from './triggers.cts';

/** POST /campaigns/trigger/schedule/create: an API-triggered campaign, at its time. */
export const campaignsTriggerScheduleCreate: Endpoint = {
	method: 'POST',
	path: '/campaigns/trigger/schedule/create',
	permission: 'campaigns.trigger.schedule.create',
	rateLimit: 'broadcast',
	schema: requestSchemas['/campaigns/trigger/schedule/create'],
	handle(call) {
		const { send, errors } = readCampaignTrigger(call);
		return createSchedule(call, send, errors);
	},
};

/** POST /campaigns/trigger/schedule/update: another time, which replaces the whole schedule. */
export const campaignsTriggerScheduleUpdate: Endpoint = {
	method: 'POST',
	path: '/campaigns/trigger/schedule/update',
	permission: 'campaigns.trigger.schedule.update',
	schema: requestSchemas['/campaigns/trigger/schedule/update'],
	handle(call) {
		knownCampaign(call.workspace, call.body.campaign_id);
		return update(call, 'campaign');
	},
};

/** POST /campaigns/trigger/schedule/delete: what waits is not sent. */
export const campaignsTriggerScheduleDelete: Endpoint = {
	method: 'POST',
	path: '/campaigns/trigger/schedule/delete',
	permission: 'campaigns.trigger.schedule.delete',
	schema: requestSchemas['/campaigns/trigger/schedule/delete'],
	handle(call) {
		knownCampaign(call.workspace, call.body.campaign_id);
		call.schedules.cancel(pendingSchedule(call, 'campaign'));
		return done();
	},
};

/** POST /canvas/trigger/schedule/create: an API-triggered Canvas, entered at its time. */
export const canvasTriggerScheduleCreate: Endpoint = {
	method: 'POST',
	path: '/canvas/trigger/schedule/create',
	permission: 'canvas.trigger.schedule.create',
	rateLimit: 'broadcast',
	schema: requestSchemas['/canvas/trigger/schedule/create'],
	handle(call) {
		const { send, errors } = readCanvasTrigger(call);
		return createSchedule(call, send, errors);
	},
};

/** POST /canvas/trigger/schedule/update: another time, which replaces the whole schedule. */
export const canvasTriggerScheduleUpdate: Endpoint = {
	method: 'POST',
	path: '/canvas/trigger/schedule/update',
	permission: 'canvas.trigger.schedule.update',
	schema: requestSchemas['/canvas/trigger/schedule/update'],
	handle(call) {
		knownCanvas(call.workspace, call.body.canvas_id);
		return update(call, 'canvas');
	},
};

/** POST /canvas/trigger/schedule/delete: nobody enters who has not yet. */
export const canvasTriggerScheduleDelete: Endpoint = {
	method: 'POST',
	path: '/canvas/trigger/schedule/delete',
	permission: 'canvas.trigger.schedule.delete',
	schema: requestSchemas['/canvas/trigger/schedule/delete'],
	handle(call) {
		knownCanvas(call.workspace, call.body.canvas_id);
		call.schedules.cancel(pendingSchedule(call, 'canvas'));
		return done();
	},
};

function update(call: Call, kind: 'campaign' | 'canvas'): Answer {
	const scheduled = pendingSchedule(call, kind);
	checkSchedule(call);
	if (!isTooLate(call, scheduled)) {
		call.schedules.reschedule(scheduled, call.body.schedule as Schedule);
	}
	return done();
}
