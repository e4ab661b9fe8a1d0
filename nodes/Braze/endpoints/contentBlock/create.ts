import { additionalFields, fields } from '../../parts/fields';
import { tags } from '../../parts/tags';
import type { Operation } from '../../pipeline/operation';
import { messageOfSuccess } from '../../pipeline/send/success';
import { content, description, name, state } from './fields';

export const createContentBlock: Operation = {
	resource: 'contentBlock',
	value: 'create',
	name: 'Create',
	action: 'Create Content Block',
	description: 'Create a Content Block that emails and other messages can include',
	endpoint: {
		method: 'POST',
		path: '/content_blocks/create',
		permission: 'content_blocks.create',
		effect: 'write',
		repeat: 'unsafe',
		success: messageOfSuccess,
		parts: [fields(name, content), additionalFields(description, state, tags)],
	},
};
