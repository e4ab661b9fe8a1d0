import type { Endpoint } from './endpoints/endpoint.cts';

export interface Route {
	endpoint: Endpoint;
	/** Percent-decoded. */
	params: Record<string, string>;
}

const PLACEHOLDER = /^\{(.+)\}$/;

/** Finds the endpoint of a request by its method and path. */
export class Router {
	private readonly candidates: Array<{ endpoint: Endpoint; segments: string[] }>;

	constructor(endpoints: readonly Endpoint[]) {
		this.candidates = endpoints
			.map((endpoint) => ({ endpoint, segments: endpoint.path.split('/') }))
			.sort((left, right) => byLiterals(left.segments, right.segments));
	}

	/**
	 * @param path as sent, still percent-encoded
	 * @returns undefined where no endpoint has this method and path, malformed where a placeholder's
	 *   value cannot be percent-decoded
	 */
	find(method: string, path: string): Route | 'malformed' | undefined {
		const segments = path.split('/');
		const found = this.candidates.find(
			({ endpoint, segments: template }) => endpoint.method === method && fits(template, segments),
		);
		if (!found) return undefined;
		const params = paramsOf(found.segments, segments);
		return params ? { endpoint: found.endpoint, params } : 'malformed';
	}
}

function fits(template: string[], segments: string[]): boolean {
	return (
		template.length === segments.length &&
		template.every((part, index) =>
			PLACEHOLDER.test(part) ? segments[index] !== '' : part === segments[index],
		)
	);
}

function paramsOf(template: string[], segments: string[]): Record<string, string> | undefined {
	try {
		const entries = template.flatMap((part, index) => {
			const name = PLACEHOLDER.exec(part)?.[1];
			return name === undefined ? [] : [[name, decodeURIComponent(segments[index])] as const];
		});
		return Object.fromEntries(entries);
	} catch (error) {
		if (error instanceof URIError) return undefined;
		throw error;
	}
}

// A literal segment wins over a placeholder at the first place where two templates differ in that.
function byLiterals(left: string[], right: string[]): number {
	const length = Math.min(left.length, right.length);
	for (let index = 0; index < length; index++) {
		const order = Number(PLACEHOLDER.test(left[index])) - Number(PLACEHOLDER.test(right[index]));
		if (order !== 0) return order;
	}
	return 0;
}
