import type { Operation } from '../../pipeline/operation';
import { addresses } from './addresses';
import { messageOfSuccess } from '../../pipeline/send/success';

export const removeFromSpamList: Operation = {
	resource: 'emailAddress',
	value: 'removeSpam',
	name: 'Remove From Spam List',
	action: 'Remove email address from spam list',
	description: 'Take addresses off the spam list, that of the email provider included',
	endpoint: {
		method: 'POST',
		path: '/email/spam/remove',
		permission: 'email.spam.remove',
		effect: 'write',
		success: messageOfSuccess,
		repeat: 'safe',
		parts: [addresses],
	},
};
