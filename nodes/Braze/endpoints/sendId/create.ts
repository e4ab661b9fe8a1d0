import { checkObject } from '../../schema/check';
import { describeFlat } from '../../schema/describe';
import type { BrazeField, BrazeObject } from '../../schema/field';
import { writeObject } from '../../schema/write';
import { campaignId, sendId } from '../../parts/identifiers';
import { describeOptions } from '../../pipeline/read/options';
import type { Operation } from '../../pipeline/operation';

const newSendId: BrazeField = {
	...sendId,
	flat: true,
	description: 'ASCII text of up to 64 characters; Braze makes one up where this is empty',
};

const request: BrazeObject = {
	name: '',
	displayName: '',
	fields: [
		{ ...campaignId, description: 'API campaign whose sends are counted under the new ID' },
		newSendId,
	],
};

const show = { resource: ['sendId'], operation: ['create'] };

export const createSendId: Operation = {
	resource: 'sendId',
	value: 'create',
	name: 'Create',
	action: 'Create send ID',
	description: 'Create an ID that groups the statistics of sends; Braze allows 100 new ones a day',
	properties: [...describeFlat(request, show), describeOptions(show, 'plain')],
	message: ({ read }, writing) => ({
		method: 'POST',
		path: '/sends/id/create',
		body: writeObject(request, read, writing),
	}),
	checkMessage: ({ body }) => checkObject(request, body),
};
