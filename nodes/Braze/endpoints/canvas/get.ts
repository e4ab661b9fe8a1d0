import { postLaunchDraft, translatableContent } from '../../parts/detailFields';
import { additionalFields, fields } from '../../parts/fields';
import { canvasId } from '../../parts/identifiers';
import { withTagList } from '../../parts/tags';
import type { Operation } from '../../pipeline/operation';
import { messageOfSuccess } from '../../pipeline/send/success';

export const getCanvas: Operation = {
	resource: 'canvas',
	value: 'get',
	name: 'Get',
	action: 'Get Canvas',
	description: 'Get one Canvas with its variants, its steps and its state',
	endpoint: {
		method: 'GET',
		path: '/canvas/details',
		permission: 'canvas.details',
		effect: 'read',
		repeat: 'safe',
		success: messageOfSuccess,
		parts: [
			fields({ ...canvasId, description: 'Canvas to get' }),
			additionalFields(postLaunchDraft, translatableContent),
		],
		output: (answer) => [withTagList(answer)],
	},
};
