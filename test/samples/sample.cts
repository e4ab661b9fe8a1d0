import { existsSync } from 'node:fs';
import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../nodes/Braze/pipeline/operation.ts';
import { operations } from '../../nodes/Braze/endpoints/index.ts';
import type { Sandbox } from '../../sandbox/sandbox.cts';

/** One request as it leaves the node. */
export interface SentRequest {
	method: string;
	path: string;
	query?: Record<string, string | string[]>;
	body?: IDataObject;
}

/** One run of an operation that Braze accepts: what is filled in, what leaves, and what the next node gets. */
export interface Sample {
	/** Parameters of the node besides resource and operation. */
	form: IDataObject;
	/** Input items; one empty item where absent. */
	items?: IDataObject[];
	/** Puts into the sandbox what the operation needs to find there. */
	arrange?: (sandbox: Sandbox) => void | Promise<void>;
	/** The requests, in order. */
	wire: SentRequest[];
	/** The json of the output items, as `toEqual` takes it; not looked at where absent. */
	output?: unknown[];
	/** What of an output item every workspace's has, for the preview; all of it where absent. */
	everywhere?: (json: IDataObject) => IDataObject;
}

/** @returns the file that holds the sample of an operation */
export const sampleFile = ({ resource, value }: Operation): string =>
	path.join(__dirname, resource, `${value}.cts`);

/**
 * @returns the sample of an operation
 * @throws Error that says where to put it, where there is none
 */
export function sampleOf(operation: Operation): Sample {
	const file = sampleFile(operation);
	if (!existsSync(file)) {
		throw new Error(
			`${operation.resource}.${operation.value} has no sample: export one as "sample" from test/samples/${operation.resource}/${operation.value}.cts`,
		);
	}
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	return (require(file) as { sample: Sample }).sample;
}

/** Every operation under its name. */
export const namedOperations = operations.map((operation): [string, Operation] => [
	`${operation.resource}.${operation.value}`,
	operation,
]);
