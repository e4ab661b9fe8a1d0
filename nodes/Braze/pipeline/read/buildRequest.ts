import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from '../operation';
import type { BrazeRequest } from '../request';

type RequestShape = Pick<Endpoint, 'method' | 'path' | 'choice' | 'withoutBody'>;

const placeholder = /\{(\w+)\}/g;

/**
 * Puts what the parts wrote where the endpoint takes it: placeholders of the path by their name, the rest of a GET into the query,
 * everything else into the body.
 *
 * @param wire keys that the parts wrote; one that fills a placeholder is a text
 */
export function buildRequest(
	{ method, path: usualPath, choice, withoutBody }: RequestShape,
	wire: IDataObject,
	reachesUnnamedUsers: boolean,
): BrazeRequest {
	const path = choice?.of[String(wire[choice.key])]?.path ?? usualPath;
	const rest: IDataObject = choice || path.includes('{') ? { ...wire } : wire;
	if (choice) delete rest[choice.key];
	const filled = path.replace(placeholder, (_whole, key: string) => {
		const value = rest[key];
		delete rest[key];
		return encodeURIComponent(String(value ?? ''));
	});
	return {
		method,
		path: filled,
		...(method === 'GET' ? { query: rest, body: {} } : { body: rest }),
		...(withoutBody ? { withoutBody } : {}),
		...(reachesUnnamedUsers ? { reachesUnnamedUsers } : {}),
	};
}
