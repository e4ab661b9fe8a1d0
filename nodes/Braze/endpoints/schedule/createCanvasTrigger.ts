import { schedule } from '../../parts/schedule';
import type { Operation } from '../../pipeline/operation';
import { canvasTriggerParts } from '../canvasTrigger/parts';
import { BROADCAST_RATE_LIMIT } from '../rateLimits';
import { messageOfSuccess } from '../../pipeline/send/success';

export const createCanvasTriggerSchedule: Operation = {
	resource: 'schedule',
	value: 'createCanvasTrigger',
	name: 'Create Canvas Trigger',
	action: 'Schedule Canvas trigger',
	description: 'Trigger a Canvas with API-triggered delivery at a later time',
	endpoint: {
		method: 'POST',
		path: '/canvas/trigger/schedule/create',
		permission: 'canvas.trigger.schedule.create',
		rateLimit: BROADCAST_RATE_LIMIT,
		effect: 'send',
		repeat: 'unsafe',
		success: messageOfSuccess,
		parts: canvasTriggerParts(schedule),
	},
};
