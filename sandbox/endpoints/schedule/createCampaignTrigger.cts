import { countBroadcast } from '../../messaging/broadcast-limit.cts';
import { createSchedule } from '../../messaging/scheduling.cts';
import { readCampaignTrigger } from '../../messaging/triggers.cts';
import { needs } from '../../schemas/ids.cts';
import { keys } from '../../schemas/json-schema.cts';
import { campaignTrigger, schedule } from '../../schemas/targets.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /campaigns/trigger/schedule/create: an API-triggered campaign, at its time. */
export const createCampaignTriggerSchedule: Endpoint = {
	method: 'POST',
	path: '/campaigns/trigger/schedule/create',
	permission: 'campaigns.trigger.schedule.create',
	rateLimit: countBroadcast,
	body: keys({ ...campaignTrigger, schedule }, ['campaign_id', 'schedule'], needs.campaign),
	success: 201,
	handle(call) {
		const { send, errors } = readCampaignTrigger(call);
		return createSchedule(call, send, errors);
	},
};
