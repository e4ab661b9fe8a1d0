import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { hasBody, requestBody, requestQuery } from '../request';
import type { PlaceEntry, PlannedRequest } from '../request';

/**
 * @param url REST endpoint of the instance
 * @returns one output item for each request that would leave, paired with the input items it serves
 */
export const dryRunItems = (
	requests: PlannedRequest[],
	url: string,
	place?: PlaceEntry,
): INodeExecutionData[] =>
	requests.map((request) => {
		const { method, path, withoutBody } = request.request;
		const query = requestQuery(request, place);
		const json: IDataObject = { dryRun: true, method, url: `${url}${path}` };
		if (query) json.query = query;
		const body = requestBody(request, place);
		if (hasBody(method, body) && !withoutBody) json.body = body;
		json.items = request.itemIndexes;
		return { json, pairedItem: request.itemIndexes.map((item) => ({ item })) };
	});
