import type { Operation } from '../../pipeline/operation';
import { addresses } from './addresses';
import { messageOfSuccess } from '../../pipeline/send/success';

export const removeHardBounce: Operation = {
	resource: 'emailAddress',
	value: 'removeBounce',
	name: 'Remove Hard Bounce',
	action: 'Remove hard bounce of email address',
	description: 'Take addresses off the list of hard bounces, that of the email provider included',
	endpoint: {
		method: 'POST',
		path: '/email/bounce/remove',
		permission: 'email.bounce.remove',
		effect: 'write',
		repeat: 'safe',
		success: messageOfSuccess,
		parts: [addresses],
	},
};
