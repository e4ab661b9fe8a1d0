import { attachments } from '../../messages/emailAttachments';
import { sendTrigger } from '../trigger';
import { campaignTrigger } from './content';

export const sendCampaignTrigger = sendTrigger(
	{ ...campaignTrigger, optional: [...campaignTrigger.optional, attachments] },
	{
		resource: 'campaignTrigger',
		path: '/campaigns/trigger/send',
		action: 'Send campaign trigger',
		description:
			'Trigger a campaign with API-triggered delivery now, for named users or for its audience',
	},
);
