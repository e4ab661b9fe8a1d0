import { withTagList } from '../../parts/tags';
import type { IDataObject } from 'n8n-workflow';

import { fields } from '../../parts/fields';
import { segmentId } from '../../parts/identifiers';
import { simplified, simplify } from '../../parts/simplify';
import type { Asked, Operation } from '../../pipeline/operation';
import { without } from '../../schema/without';
import { messageOfSuccess } from '../../pipeline/send/success';

export const getSegment: Operation = {
	resource: 'segment',
	value: 'get',
	name: 'Get',
	action: 'Get segment',
	description: 'Get one segment with its description, and with its filters in words',
	endpoint: {
		method: 'GET',
		path: '/segments/details',
		permission: 'segments.details',
		effect: 'read',
		repeat: 'safe',
		success: messageOfSuccess,
		parts: [fields({ ...segmentId, required: true, description: 'Segment to get' }), simplify()],
		output: simplified(plainly),
	},
};

/** Braze calls the filters `description`, and the description `text_description`. */
function plainly(answer: IDataObject, { request }: Asked): IDataObject[] {
	const { description, text_description: text, name, ...rest } = without(answer, 'message');
	return [
		{
			segment_id: request.query?.segment_id,
			name,
			description: text ?? null,
			filters: description ?? null,
			...withTagList(rest),
		},
	];
}
