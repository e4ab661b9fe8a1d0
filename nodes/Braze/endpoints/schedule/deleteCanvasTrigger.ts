import { fields } from '../../parts/fields';
import { canvasId, scheduleId } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { deletedSchedule } from './output';
import { anySuccess } from '../../pipeline/send/success';

export const deleteCanvasTriggerSchedule: Operation = {
	resource: 'schedule',
	value: 'deleteCanvasTrigger',
	name: 'Delete Canvas Trigger',
	action: 'Delete Canvas trigger schedule',
	description: 'Cancel a scheduled Canvas trigger before it is sent',
	endpoint: {
		method: 'POST',
		path: '/canvas/trigger/schedule/delete',
		permission: 'canvas.trigger.schedule.delete',
		effect: 'write',
		repeat: 'unsafe',
		success: anySuccess,
		parts: [fields(canvasId, scheduleId)],
		output: deletedSchedule,
	},
};
