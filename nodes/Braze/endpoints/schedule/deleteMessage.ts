import { fields } from '../../parts/fields';
import { scheduleId } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { deletedSchedule } from './output';
import { anySuccess } from '../../pipeline/send/success';

export const deleteMessageSchedule: Operation = {
	resource: 'schedule',
	value: 'deleteMessage',
	name: 'Delete Message',
	action: 'Delete message schedule',
	description: 'Cancel a scheduled message before it is sent',
	endpoint: {
		method: 'POST',
		path: '/messages/schedule/delete',
		permission: 'messages.schedule.delete',
		effect: 'write',
		repeat: 'unsafe',
		success: anySuccess,
		parts: [fields(scheduleId)],
		output: deletedSchedule,
	},
};
