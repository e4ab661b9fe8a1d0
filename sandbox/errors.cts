import type { Problem } from './schemas/validate.cts';

/** A refusal in Braze's shape: a status, a message and, where there is more to say, a list. */
export class BrazeError extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly errors: string[] = [],
	) {
		super(message);
	}
}

/** Refuses a request that has problems: Braze's title where one of them has it, all details below. */
export function refuse(problems: Problem[]): void {
	if (problems.length === 0) return;
	const title = problems.find((problem) => problem.title)?.title ?? 'Bad Request';
	throw new BrazeError(400, title, [...new Set(problems.map((problem) => problem.detail))]);
}
