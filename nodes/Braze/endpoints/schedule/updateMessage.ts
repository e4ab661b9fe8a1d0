import { newChannels } from '../../parts/channels';
import { additionalFields, fields, rule } from '../../parts/fields';
import { scheduleId, trackedCampaignId } from '../../parts/identifiers';
import { newSchedule } from '../../parts/schedule';
import type { Operation } from '../../pipeline/operation';
import type { Part } from '../../pipeline/part';
import { isAbsent, isObject } from '../../schema/convert';
import type { BrazeField } from '../../schema/field';
import { InvalidInput } from '../../schema/invalidInput';
import { writeField } from '../../schema/write';
import { withScheduleId } from './output';
import { anySuccess } from '../../pipeline/send/success';

const campaignField: BrazeField = {
	...trackedCampaignId,
	wireKey: null,
	description:
		'Campaign that the schedule was created with; not sent, it only asks each message for its variation',
};

const optional = additionalFields(campaignField);

/** Braze keeps the campaign of the schedule, and the messages name their variations again. */
const campaignOfVariations: Part = {
	...optional,
	write: (parameters, writing) => {
		const given = parameters.read('additionalFields');
		const chosen = isObject(given) ? given[campaignField.name] : undefined;
		const campaignId = writeField(campaignField, chosen, campaignField.displayName, writing);
		return {
			...optional.write?.(parameters, writing),
			kept: isAbsent(campaignId) ? {} : { campaignId: campaignId as string },
		};
	},
};

const somethingToUpdate = rule(({ wire }) => {
	if (!isAbsent(wire.schedule) || !isAbsent(wire.messages)) return;
	throw new InvalidInput(
		'Time',
		'is empty and no channel is chosen, so there is nothing to update',
		'Pick a new time, choose channels for new messages, or both',
	);
});

export const updateMessageSchedule: Operation = {
	resource: 'schedule',
	value: 'updateMessage',
	name: 'Update Message',
	action: 'Update message schedule',
	description: 'Replace the time or the content of a scheduled message before it is sent',
	endpoint: {
		method: 'POST',
		path: '/messages/schedule/update',
		permission: 'messages.schedule.update',
		effect: 'send',
		repeat: 'unsafe',
		success: anySuccess,
		parts: [fields(scheduleId), newSchedule, newChannels, campaignOfVariations, somethingToUpdate],
		output: withScheduleId,
	},
};
