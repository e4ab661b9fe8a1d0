import type { IDataObject } from 'n8n-workflow';

import { isAbsent } from '../../schema/convert';
import { checkObject } from '../../schema/check';
import { toProperty } from '../../schema/describe';
import type { BrazeField } from '../../schema/field';
import { InvalidInput } from '../../schema/invalidInput';
import { checkMessages, describeChannels, readMessages } from '../../messages/channels';
import { trackedCampaignId } from '../../parts/identifiers';
import { checkSchedule, describeSchedule, readSchedule } from '../../parts/schedule';
import { describeOptions } from '../../pipeline/read/options';
import type { Operation } from '../../pipeline/operation';
import { chosenType, scheduleTypes, showType, triggerTypes } from './types';
import { describeScheduleReference, readScheduleReference, scheduleReference } from './reference';

const UPDATE = ['update'];
const [messageType] = scheduleTypes.filter(({ value }) => value === 'message');
const showMessage = showType(UPDATE, messageType);

/** Not sent: Braze keeps the campaign of the schedule, and the messages name their variations again. */
const campaignOfVariations: BrazeField = {
	...trackedCampaignId,
	description:
		'Campaign that the schedule was created with; not sent, it only asks each message for its variation',
};

export const updateSchedule: Operation = {
	resource: 'schedule',
	value: 'update',
	name: 'Update',
	action: 'Update schedule',
	description: 'Replace the time or the messages of a schedule before it is sent',
	properties: [
		...describeScheduleReference(UPDATE),
		{ ...toProperty(campaignOfVariations), displayOptions: { show: showMessage } },
		...describeChannels('schedule', showMessage, false),
		...describeSchedule(showMessage, false),
		describeOptions(showMessage, 'content'),
		...triggerTypes.flatMap((type) => {
			const show = showType(UPDATE, type);
			return [...describeSchedule(show), describeOptions(show, 'plain')];
		}),
	],
	message: (parameters, writing) => {
		const { read } = parameters;
		const type = chosenType(parameters);
		const body: IDataObject = readScheduleReference(parameters, writing);
		if (type !== messageType || !isAbsent(read('time'))) {
			body.schedule = readSchedule(parameters, writing);
		}
		const messages = type === messageType ? readMessages('schedule', parameters, writing) : {};
		if (Object.keys(messages).length > 0) {
			checkMessages('schedule', messages, read(campaignOfVariations.name));
			body.messages = messages;
		}
		return { method: 'POST', path: `${type.path}/update`, body };
	},
	checkMessage: ({ body }) => {
		checkObject(scheduleReference, body);
		if (isAbsent(body.schedule) && isAbsent(body.messages)) {
			throw new InvalidInput(
				'Time',
				'is empty and no channel is chosen, so there is nothing to update',
				'Pick a new time, choose channels for new messages, or both',
			);
		}
		checkSchedule(body.schedule);
	},
};
