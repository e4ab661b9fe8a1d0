import { additionalFields } from '../../parts/fields';
import { modifiedAfter, modifiedBefore } from '../../parts/listFields';
import { eachOf, returnAll } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { byOffset } from '../../pipeline/send/paging';
import { MOST_PER_PAGE } from '../pageSize';

export const getContentBlocks: Operation = {
	resource: 'contentBlock',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many Content Blocks',
	description: 'List the Content Blocks with their tags and how to include them, without content',
	endpoint: {
		method: 'GET',
		path: '/content_blocks/list',
		permission: 'content_blocks.list',
		effect: 'read',
		repeat: 'safe',
		parts: [returnAll, additionalFields(modifiedAfter, modifiedBefore)],
		paging: byOffset('content_blocks', MOST_PER_PAGE),
		output: eachOf('content_blocks'),
	},
};
