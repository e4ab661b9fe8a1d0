import type { IDataObject } from 'n8n-workflow';

import { additionalFields, fields } from '../parts/fields';
import { eachOf, returnAll } from '../parts/returnAll';
import type { Asked, Endpoint } from '../pipeline/operation';
import type { BrazeField } from '../schema/field';
import { answersWithList } from '../pipeline/send/success';

const linkId: BrazeField = {
	displayName: 'Link ID',
	name: 'includesLinkId',
	type: 'string',
	identifier: true,
	default: '',
	description: 'Only the link with this ID',
};

/** The link under plain names, and the variation that it stands in. */
const linkRow =
	({ channel, name }: IDataObject) =>
	({ link_URL: url, ...link }: IDataObject): IDataObject => ({
		link_url: url ?? null,
		...link,
		channel: channel ?? null,
		variation_name: name ?? null,
	});

/** @returns the endpoint that lists the links of an email with link aliasing, one item each */
export const links = (path: string, permission: string, ...of: BrazeField[]): Endpoint => ({
	method: 'GET',
	path,
	permission,
	effect: 'read',
	repeat: 'safe',
	success: answersWithList('link_data'),
	parts: [fields(...of), returnAll, additionalFields(linkId)],
	output: (answer: IDataObject, asked: Asked) =>
		eachOf('link_data', linkRow(answer))(answer, asked),
});
