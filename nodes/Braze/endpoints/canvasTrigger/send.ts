import type { Operation } from '../../pipeline/operation';
import { BROADCAST_RATE_LIMIT } from '../rateLimits';
import { canvasTriggerParts } from './parts';

export const sendCanvasTrigger: Operation = {
	resource: 'canvasTrigger',
	value: 'send',
	name: 'Send',
	action: 'Send Canvas trigger',
	description:
		'Trigger a Canvas with API-triggered delivery now, for named users or for its audience',
	endpoint: {
		method: 'POST',
		path: '/canvas/trigger/send',
		permission: 'canvas.trigger.send',
		rateLimit: BROADCAST_RATE_LIMIT,
		effect: 'send',
		repeat: 'unsafe',
		parts: canvasTriggerParts(),
	},
};
