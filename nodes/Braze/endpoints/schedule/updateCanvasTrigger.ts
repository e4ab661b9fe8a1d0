import { fields } from '../../parts/fields';
import { canvasId, scheduleId } from '../../parts/identifiers';
import { movedSchedule } from '../../parts/schedule';
import type { Operation } from '../../pipeline/operation';
import { withScheduleId } from './output';
import { anySuccess } from '../../pipeline/send/success';

export const updateCanvasTriggerSchedule: Operation = {
	resource: 'schedule',
	value: 'updateCanvasTrigger',
	name: 'Update Canvas Trigger',
	action: 'Update Canvas trigger schedule',
	description: 'Move a scheduled Canvas trigger to another time before it is sent',
	endpoint: {
		method: 'POST',
		path: '/canvas/trigger/schedule/update',
		permission: 'canvas.trigger.schedule.update',
		effect: 'send',
		repeat: 'unsafe',
		success: anySuccess,
		parts: [fields(canvasId, scheduleId), movedSchedule],
		output: withScheduleId,
	},
};
