import { pendingSchedule } from '../../messaging/scheduling.cts';
import { knownCampaign } from '../../messaging/triggers.cts';
import { campaignId, needs } from '../../schemas/ids.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /campaigns/trigger/schedule/delete: what waits is not sent. */
export const deleteCampaignTriggerSchedule: Endpoint = {
	method: 'POST',
	path: '/campaigns/trigger/schedule/delete',
	permission: 'campaigns.trigger.schedule.delete',
	body: keys(
		{ campaign_id: campaignId, schedule_id: identifier },
		['campaign_id', 'schedule_id'],
		needs.campaign,
	),
	success: 201,
	handle(call) {
		knownCampaign(call.workspace, call.body.campaign_id);
		call.schedules.cancel(pendingSchedule(call, 'campaign'));
		return done();
	},
};
