import { dateRangeOr } from '../../parts/dateRange';
import { additionalFields } from '../../parts/fields';
import { withIsoTime } from '../../parts/isoTime';
import { sortDirection } from '../../parts/listFields';
import { eachOf, returnAll } from '../../parts/returnAll';
import { email } from '../../parts/users/recipient';
import type { Operation } from '../../pipeline/operation';
import { byOffset } from '../../pipeline/send/paging';
import { MAX_ADDRESS_PAGE_SIZE } from '../pageSize';
import { asksForOne } from './asksForOne';

export const getUnsubscribes: Operation = {
	resource: 'emailAddress',
	value: 'getUnsubscribes',
	name: 'Get Unsubscribes',
	action: 'Get unsubscribes of email addresses',
	description: 'List the addresses whose latest unsubscribe was on some days, or look one up',
	endpoint: {
		method: 'GET',
		path: '/email/unsubscribes',
		permission: 'email.unsubscribe',
		effect: 'read',
		repeat: 'safe',
		parts: [
			dateRangeOr(email, true),
			returnAll,
			additionalFields({
				...sortDirection,
				default: 'desc',
				description: 'Order by the time of the unsubscribe; Braze gives the newest first',
			}),
		],
		paging: byOffset('emails', MAX_ADDRESS_PAGE_SIZE, asksForOne),
		output: eachOf('emails', withIsoTime('unsubscribed_at')),
	},
};
