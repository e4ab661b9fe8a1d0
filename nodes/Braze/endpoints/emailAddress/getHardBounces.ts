import { dateRangeOr } from '../../parts/dateRange';
import { withIsoTime } from '../../parts/isoTime';
import { eachOf, returnAll } from '../../parts/returnAll';
import { email } from '../../parts/users/recipient';
import type { Operation } from '../../pipeline/operation';
import { byOffset } from '../../pipeline/send/paging';
import { MAX_ADDRESS_PAGE_SIZE } from '../pageSize';
import { asksForOne } from './asksForOne';

export const getHardBounces: Operation = {
	resource: 'emailAddress',
	value: 'getHardBounces',
	name: 'Get Hard Bounces',
	action: 'Get hard bounces of email addresses',
	description:
		'List the addresses that hard-bounced on some days, the newest first, or look one up',
	endpoint: {
		method: 'GET',
		path: '/email/hard_bounces',
		permission: 'email.hard_bounces',
		effect: 'read',
		repeat: 'safe',
		parts: [dateRangeOr(email, true), returnAll],
		paging: byOffset('emails', MAX_ADDRESS_PAGE_SIZE, asksForOne),
		output: eachOf('emails', withIsoTime('hard_bounced_at')),
	},
};
