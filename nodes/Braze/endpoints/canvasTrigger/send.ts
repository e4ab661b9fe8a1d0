import { sendTrigger } from '../trigger';
import { canvasTrigger } from './content';

export const sendCanvasTrigger = sendTrigger(canvasTrigger, {
	resource: 'canvasTrigger',
	path: '/canvas/trigger/send',
	action: 'Send Canvas trigger',
	description:
		'Trigger a Canvas with API-triggered delivery now, for named users or for its audience',
});
