import type { JsonObject } from './endpoints/endpoint.cts';
import type { Problem } from './schemas/validate.cts';

/** A refusal: its status and its body. */
export class BrazeError extends Error {
	readonly body: JsonObject;

	/** @param body in Braze's usual shape unless given: the message and, where there is more to say, a list */
	constructor(
		readonly status: number,
		message: string,
		errors: unknown[] = [],
		body?: JsonObject,
	) {
		super(message);
		this.body = body ?? { message, ...(errors.length > 0 && { errors }) };
	}
}

/** Refuses a request that has problems: Braze's title where one of them has it, all details below. */
export function refuse(problems: Problem[]): void {
	if (problems.length > 0) throw usualRefusal(problems);
}

/** The refusal of a request that breaks its schema, in the shape most endpoints have. */
export function usualRefusal(problems: Problem[]): BrazeError {
	const title = problems.find((problem) => problem.title)?.title ?? 'Bad Request';
	return new BrazeError(400, title, [...new Set(problems.map((problem) => problem.detail))]);
}

/** A refusal that is one sentence: Braze's own for the first problem that has one. */
export function sentenceRefusal(problems: Problem[]): BrazeError {
	const [first] = problems;
	return new BrazeError(400, problems.find(({ title }) => title)?.title ?? first.detail);
}

/** A refusal with a code beside its message, as the media library has it. */
export function codedRefusal(
	status: number,
	message: string,
	code: string,
	meta: JsonObject = {},
): BrazeError {
	return new BrazeError(status, message, [], { message, error_code: code, meta });
}

/** A refusal that is a list of messages and nothing else, as translations have it. */
export function listedRefusal(status: number, ...messages: string[]): BrazeError {
	const errors = messages.map((message) => ({ message }));
	return new BrazeError(status, messages.join(' '), [], { errors });
}

/** A refusal whose one text stands under `error`: of a body that is no JSON. */
export function singleError(status: number, error: string): BrazeError {
	return new BrazeError(status, error, [], { error });
}
