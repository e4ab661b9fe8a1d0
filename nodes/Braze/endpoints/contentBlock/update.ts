import { changesSomething } from '../../parts/change';
import { additionalFields, fields } from '../../parts/fields';
import { newTags } from '../../parts/tags';
import type { Operation } from '../../pipeline/operation';
import { content, contentBlockId, description, name, stateOnUpdate } from './fields';
import { messageOfSuccess } from '../../pipeline/send/success';

export const updateContentBlock: Operation = {
	resource: 'contentBlock',
	value: 'update',
	name: 'Update',
	action: 'Update Content Block',
	description: 'Change a Content Block, at once in every message that includes it by Liquid',
	endpoint: {
		method: 'POST',
		path: '/content_blocks/update',
		permission: 'content_blocks.update',
		effect: 'write',
		repeat: 'safe',
		success: messageOfSuccess,
		parts: [
			fields(
				contentBlockId,
				{
					...content,
					required: false,
					description: 'HTML or text, smaller than 50 KB; left empty, it stays as it is',
				},
				stateOnUpdate,
			),
			additionalFields(
				description,
				{ ...name, description: 'New name; Braze may refuse to rename an active block' },
				newTags,
			),
			changesSomething('content_block_id'),
		],
	},
};
