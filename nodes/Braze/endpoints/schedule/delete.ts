import { checkObject } from '../../schema/check';
import { describeOptions } from '../../pipeline/read/options';
import type { Operation } from '../../pipeline/operation';
import { describeScheduleReference, readScheduleReference, scheduleReference } from './reference';
import { chosenType } from './types';

const DELETE = ['delete'];

export const deleteSchedule: Operation = {
	resource: 'schedule',
	value: 'delete',
	name: 'Delete',
	action: 'Delete schedule',
	description: 'Cancel a schedule before it is sent',
	properties: [
		...describeScheduleReference(DELETE),
		describeOptions({ resource: ['schedule'], operation: DELETE }, 'plain'),
	],
	message: (parameters, writing) => ({
		method: 'POST',
		path: `${chosenType(parameters).path}/delete`,
		body: readScheduleReference(parameters, writing),
	}),
	checkMessage: ({ body }) => checkObject(scheduleReference, body),
	output: (answer, { body }) => [{ deleted: true, schedule_id: body.schedule_id, ...answer }],
};
