import { parseJson } from './api.cts';
import type { JsonSchema } from './schemas/json-schema.cts';
import { check } from './schemas/validate.cts';

/** A refusal of a view. */
export class ViewError extends Error {
	constructor(
		readonly statusCode: number,
		message: string,
	) {
		super(message);
	}
}

/** @throws ViewError that says what a body lacks */
export function readBody<Body>(bytes: unknown, schema: JsonSchema): Body {
	const body = Buffer.isBuffer(bytes) ? parseJson(bytes) : undefined;
	const problems = check(schema, body);
	if (problems.length > 0) {
		throw new ViewError(400, problems.map((problem) => problem.detail).join('; '));
	}
	return body as Body;
}
