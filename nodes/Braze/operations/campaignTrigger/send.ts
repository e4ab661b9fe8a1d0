import type { Operation } from '../operation';
import { checkTrigger, describeTrigger, readTrigger, triggerUsers, unnamedUsers } from '../trigger';
import { campaignTrigger } from './content';

const trigger = { ...campaignTrigger, optional: [...campaignTrigger.optional] };

export const sendCampaignTrigger: Operation = {
	resource: 'campaignTrigger',
	value: 'send',
	name: 'Send',
	action: 'Send campaign trigger',
	description:
		'Trigger a campaign with API-triggered delivery now, for named users or for its audience',
	properties: describeTrigger(trigger, { resource: ['campaignTrigger'], operation: ['send'] }),
	message: (parameters, writing) => ({
		method: 'POST',
		path: '/campaigns/trigger/send',
		body: readTrigger(trigger, parameters, writing),
		...unnamedUsers(parameters),
	}),
	...triggerUsers(trigger),
	checkMessage: (message) => checkTrigger(trigger, message),
};
