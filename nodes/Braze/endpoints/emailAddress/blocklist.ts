import type { Operation } from '../../pipeline/operation';
import { addresses } from './addresses';
import { messageOfSuccess } from '../../pipeline/send/success';

export const blocklistEmailAddress: Operation = {
	resource: 'emailAddress',
	value: 'blocklist',
	name: 'Add to Blocklist',
	action: 'Add email address to blocklist',
	description: 'Unsubscribe addresses and mark them as hard-bounced; no single call undoes it',
	endpoint: {
		method: 'POST',
		path: '/email/blocklist',
		permission: 'email.blacklist',
		effect: 'write',
		repeat: 'safe',
		success: messageOfSuccess,
		irreversible: true,
		parts: [addresses],
	},
};
