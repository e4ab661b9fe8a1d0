import type { Operation } from '../../pipeline/operation';
import { links } from '../links';

export const getCanvasLinks: Operation = {
	resource: 'canvas',
	value: 'getLinks',
	name: 'Get Links',
	action: 'Get Canvas links',
	description:
		'List the links and link aliases of an email in a Canvas step; link aliasing must be on',
	endpoint: links(
		'/canvas/url_info/details',
		'canvas.url_info.details',
		{
			displayName: 'Step ID',
			name: 'canvasStepId',
			type: 'string',
			identifier: true,
			required: true,
			default: '',
			description: 'Step that sends the email, as Get of the Canvas lists it',
		},
		{
			displayName: 'Message Variation ID',
			name: 'messageVariationId',
			type: 'string',
			identifier: true,
			required: true,
			default: '',
			description: "Email of the step: a key of the step's messages",
		},
	),
};
