import { fields } from '../../parts/fields';
import { campaignId, sendId } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { messageOfSuccess } from '../../pipeline/send/success';

export const createSendId: Operation = {
	resource: 'sendId',
	value: 'create',
	name: 'Create',
	action: 'Create send ID',
	description: 'Create an ID that groups the statistics of sends; Braze allows 100 new ones a day',
	endpoint: {
		method: 'POST',
		path: '/sends/id/create',
		permission: 'sends.id.create',
		rateLimit: '100 a day',
		effect: 'write',
		repeat: 'unsafe',
		success: messageOfSuccess,
		parts: [
			fields(
				{ ...campaignId, description: 'API campaign whose sends are counted under the new ID' },
				{
					...sendId,
					description: 'ASCII text of up to 64 characters; Braze makes one up where this is empty',
				},
			),
		],
	},
};
