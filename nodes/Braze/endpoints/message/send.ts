import { checkTarget, reachesUnnamedUsers } from '../../parts/target';
import { readUsers } from '../../parts/users';
import type { Operation } from '../../pipeline/operation';
import { checkMessage, describeMessage, messageUsers, readMessage } from './content';

export const sendMessage: Operation = {
	resource: 'message',
	value: 'send',
	name: 'Send',
	action: 'Send message',
	description:
		'Send a message whose content you write here, now, by push, email, SMS, WhatsApp, content card or webhook',
	properties: describeMessage('send', { resource: ['message'], operation: ['send'] }),
	message: (parameters, writing) => ({
		method: 'POST',
		path: '/messages/send',
		body: readMessage('send', parameters, writing),
		reachesUnnamedUsers: reachesUnnamedUsers(parameters),
	}),
	users: (parameters, writing) => readUsers(messageUsers, parameters, writing),
	checkMessage: (message) => checkMessage('send', message),
	checkUsers: checkTarget,
};
