import { updateTriggerSchedule } from '../../messaging/scheduling.cts';
import { knownCampaign } from '../../messaging/triggers.cts';
import { campaignId, needs } from '../../schemas/ids.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import { schedule } from '../../schemas/targets.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /campaigns/trigger/schedule/update: another time, which replaces the whole schedule. */
export const updateCampaignTriggerSchedule: Endpoint = {
	method: 'POST',
	path: '/campaigns/trigger/schedule/update',
	permission: 'campaigns.trigger.schedule.update',
	body: keys(
		{ campaign_id: campaignId, schedule_id: identifier, schedule },
		['campaign_id', 'schedule_id', 'schedule'],
		needs.campaign,
	),
	success: 201,
	handle(call) {
		knownCampaign(call.workspace, call.body.campaign_id);
		return updateTriggerSchedule(call, 'campaign');
	},
};
