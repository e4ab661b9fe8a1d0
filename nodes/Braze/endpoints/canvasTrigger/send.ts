import type { IDataObject } from 'n8n-workflow';

import { sentNow } from '../../parts/sentNow';
import type { Operation } from '../../pipeline/operation';
import { BROADCAST_RATE_LIMIT } from '../rateLimits';
import { canvasTriggerParts } from './parts';
import { messageOfSuccess } from '../../pipeline/send/success';

/** With this notice Braze accepts the request, and nobody enters the Canvas (Braze docs). */
const pausedOrArchived = ({ notice }: IDataObject): string | undefined =>
	typeof notice === 'string' && /\b(?:paused|stopped|archived)\b/i.test(notice)
		? notice
		: undefined;

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
		success: messageOfSuccess,
		nothingSent: pausedOrArchived,
		parts: [...canvasTriggerParts(), sentNow],
	},
};
