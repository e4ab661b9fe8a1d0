import { additionalFields } from '../../parts/fields';
import { modifiedAfter, modifiedBefore } from '../../parts/listFields';
import { eachOf, returnAll } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { byOffset } from '../../pipeline/send/paging';
import { MOST_PER_PAGE } from '../pageSize';

export const getEmailTemplates: Operation = {
	resource: 'emailTemplate',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many email templates',
	description: 'List the email templates of the HTML editor with their tags, without content',
	endpoint: {
		method: 'GET',
		path: '/templates/email/list',
		permission: 'templates.email.list',
		effect: 'read',
		repeat: 'safe',
		parts: [returnAll, additionalFields(modifiedAfter, modifiedBefore)],
		paging: byOffset('templates', MOST_PER_PAGE),
		output: eachOf('templates'),
	},
};
