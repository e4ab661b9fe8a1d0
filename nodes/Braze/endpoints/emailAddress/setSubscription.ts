import { fields } from '../../parts/fields';
import type { Operation } from '../../pipeline/operation';
import { addresses } from './addresses';
import { messageOfSuccess } from '../../pipeline/send/success';

export const setEmailSubscription: Operation = {
	resource: 'emailAddress',
	value: 'setSubscription',
	name: 'Set Subscription',
	action: 'Set subscription of email address',
	description:
		'Set the global email subscription; the state in a single group is set under Subscription Group',
	endpoint: {
		method: 'POST',
		path: '/email/status',
		permission: 'email.status',
		effect: 'write',
		success: messageOfSuccess,
		repeat: 'safe',
		parts: [
			addresses,
			fields({
				displayName: 'Subscription State',
				name: 'subscriptionState',
				type: 'options',
				required: true,
				default: 'unsubscribed',
				description: 'State of everyone who has the address, now or later',
				options: [
					{
						name: 'Opted In',
						value: 'opted_in',
						description: 'Said yes, such as by a click on a confirmation',
					},
					{
						name: 'Subscribed',
						value: 'subscribed',
						description: 'Said neither yes nor no, as every new address',
					},
					{ name: 'Unsubscribed', value: 'unsubscribed', description: 'Said no: gets no email' },
				],
			}),
		],
	},
};
