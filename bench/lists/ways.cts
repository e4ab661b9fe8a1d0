import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { sendBare } from '../bareScript.cts';
import type { BareRequest } from '../bareScript.cts';
import { brazeStep, httpRequest, inARow, itsBatching, requestStep } from '../benchCase.cts';
import type { BenchCase } from '../benchCase.cts';
import { buildItems } from '../items.cts';
import { httpRequestParameters } from '../nodes/parameters.cts';

/** A job that this node does with few requests and HTTP Request with one for each item. */
export interface Write {
	/** Begins the names of its cases. */
	name: string;
	/** Items that share a request. */
	perRequest: number;
	method?: 'POST' | 'PUT';
	path: string;
	/** The form of this node. */
	form: IDataObject;
	/** Body that a person writes as an expression for one item. */
	bodyForOne: string;
	/** Body of the script. */
	bodyFor: (items: INodeExecutionData[]) => object;
	input?: (count: number) => INodeExecutionData[];
	mostTimesFloor: number;
	/** Goes without n8n's own batching, which takes as long for everything. */
	withoutBatching?: boolean;
}

/** Items of which HTTP Request is measured, since it takes long. */
const SAMPLE = 1000;
const MAX_SINGLE_REQUESTS = 10_000;

/** @returns items in groups of as many as one request takes */
export const groupsOf = (items: INodeExecutionData[], size: number): INodeExecutionData[][] =>
	Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
		items.slice(index * size, (index + 1) * size),
	);

/** @returns the ways to do a job: this node, HTTP Request with and without its option, a script */
export function waysOf(write: Write): Record<string, BenchCase> {
	const { name, perRequest, method = 'POST', path, form, input = buildItems } = write;
	const requests = (items: number): number => Math.ceil(items / perRequest);
	const byHttp = (options?: IDataObject): BenchCase['workflow'] => {
		return ({ url }) => {
			const parameters = httpRequestParameters(url, write.bodyForOne, options, path);
			return inARow(httpRequest({ ...parameters, method }));
		};
	};
	const floor = `${name}Script`;
	const single = {
		input,
		requests: (items: number) => items,
		maxItems: MAX_SINGLE_REQUESTS,
		sample: SAMPLE,
		floor,
	};
	return {
		[name]: {
			label: 'This node',
			input,
			workflow: ({ concurrency }) =>
				inARow(brazeStep({ ...form, options: { batching: { batch: { concurrency } } } })),
			requests,
			floor,
			mostTimesFloor: write.mostTimesFloor,
		},
		[`${name}ByHttp`]: { label: 'HTTP Request, one an item', workflow: byHttp(), ...single },
		...(write.withoutBatching
			? {}
			: {
					[`${name}Batched`]: {
						label: 'HTTP Request, Batching',
						workflow: byHttp(itsBatching),
						...single,
					},
				}),
		[`${name}Helper`]: {
			label: "n8n's request helper alone",
			input: (count) =>
				groupsOf(input(count), perRequest).map((group) => ({
					json: write.bodyFor(group) as IDataObject,
				})),
			workflow: ({ url, concurrency }) =>
				inARow(requestStep({ method, url: `${url}${path}`, concurrency })),
			requests,
			floor,
		},
		[floor]: {
			label: 'Bare script, no n8n',
			input,
			script: async (items, { url, concurrency }) =>
				await sendBare(
					groupsOf(items, perRequest).map(
						(group): BareRequest => ({ method, path, body: () => write.bodyFor(group) }),
					),
					url,
					concurrency,
				),
			requests,
			floor,
		},
	};
}
