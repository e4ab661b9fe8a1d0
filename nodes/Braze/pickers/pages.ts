import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isObject } from '../schema/convert';
import { readAnswer } from '../pipeline/send/answer';
import { connect } from '../pipeline/send/transport';

/** Milliseconds that a list has for its answer. */
const LIST_TIMEOUT_MS = 30_000;

/** One read endpoint behind a picker. */
export interface Listing {
	path: string;
	/** Permission that the key needs. */
	permission: string;
}

/**
 * @returns Braze's answer to a read
 * @throws NodeOperationError with a sentence for the picker, which names the permission where the key lacks it
 */
export async function readList(
	context: ILoadOptionsFunctions,
	{ path, permission }: Listing,
	query: IDataObject,
): Promise<IDataObject> {
	const connection = await connect(context);
	const { status, body } = await connection.request({
		method: 'GET',
		url: path,
		qs: query,
		timeout: LIST_TIMEOUT_MS,
	});
	const answer = readAnswer(status, body);
	if (answer.kind === 'accepted') return answer.answer;
	const lacksPermission = status === 401 || status === 403;
	throw new NodeOperationError(
		context.getNode(),
		lacksPermission
			? `This list needs a key with the permission ${permission}. Create one in Braze with it, or choose By ID`
			: `${answer.reason}. Choose By ID to go on without the list`,
		{ description: answer.advice },
	);
}

/** @returns the objects under a key of an answer */
export const objectsUnder = (answer: IDataObject, key: string): IDataObject[] => {
	const entries = answer[key];
	return Array.isArray(entries) ? (entries as unknown[]).filter(isObject) : [];
};
