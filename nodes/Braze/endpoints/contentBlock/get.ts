import { additionalFields, fields } from '../../parts/fields';
import { withTagList } from '../../parts/tags';
import type { Operation } from '../../pipeline/operation';
import { answersWith } from '../../pipeline/send/success';
import { contentBlockId } from './fields';

export const getContentBlock: Operation = {
	resource: 'contentBlock',
	value: 'get',
	name: 'Get',
	action: 'Get Content Block',
	description: 'Get a Content Block with its content; Braze does not tell its state',
	endpoint: {
		method: 'GET',
		path: '/content_blocks/info',
		permission: 'content_blocks.info',
		effect: 'read',
		repeat: 'safe',
		success: answersWith('content_block_id'),
		parts: [
			fields(contentBlockId),
			additionalFields({
				displayName: 'Include Inclusion Data',
				name: 'includeInclusionData',
				type: 'boolean',
				default: false,
				description: 'Whether to tell which messages include the block',
			}),
		],
		output: (answer) => [withTagList(answer)],
	},
};
