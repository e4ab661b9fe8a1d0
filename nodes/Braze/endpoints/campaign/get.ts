import { additionalFields, fields } from '../../parts/fields';
import { campaignId } from '../../parts/identifiers';
import { postLaunchDraft, translatableContent } from '../../parts/detailFields';
import { withTagList } from '../../parts/tags';
import type { Operation } from '../../pipeline/operation';
import { messageOfSuccess } from '../../pipeline/send/success';

export const getCampaign: Operation = {
	resource: 'campaign',
	value: 'get',
	name: 'Get',
	action: 'Get campaign',
	description: 'Get one campaign with its messages and its state',
	endpoint: {
		method: 'GET',
		path: '/campaigns/details',
		permission: 'campaigns.details',
		effect: 'read',
		repeat: 'safe',
		success: messageOfSuccess,
		parts: [
			fields({ ...campaignId, description: 'Campaign to get' }),
			additionalFields(postLaunchDraft, translatableContent),
		],
		output: (answer) => [withTagList(answer)],
	},
};
