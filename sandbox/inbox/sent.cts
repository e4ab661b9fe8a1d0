import type { Workspace } from '../workspace/workspace.cts';

/** More than anybody reads. */
const MAX_SHOWN = 50;

export interface ShownSent {
	/** Requests that the sandbox made, shown or not. */
	total: number;
	/** Newest first. */
	requests: Array<{ at: number; what: string; to: string; outcome: string }>;
	/** Newest first. */
	events: Array<{ at: number; type: string; user: string }>;
	currents: Array<{ to: string; state: string }>;
}

/** What the sandbox sent by itself, in words. */
export function showSent({ sender }: Workspace): ShownSent {
	return {
		total: sender.sent.length,
		requests: sender.sent
			.slice(-MAX_SHOWN)
			.reverse()
			.map(({ at, kind, method, url, body, status, failure, outcome }) => ({
				at,
				what: [kind.replace('_', ' '), method, amountOf(body)].filter(Boolean).join(' '),
				to: url,
				outcome: [status ?? failure ?? 'under way', outcome].filter(Boolean).join(', '),
			})),
		events: sender.events
			.slice(-MAX_SHOWN)
			.reverse()
			.map(({ time, event_type: type, user = {} }) => ({
				at: time * 1000,
				type: type.replace(/^users\./, ''),
				user: String(user.external_user_id ?? user.user_id ?? 'an unknown number'),
			})),
		currents: sender.states.map(({ url, state, reason, waiting, repeating, delivered, lost }) => ({
			to: url,
			state: [
				reason === undefined ? state : `${state}: ${reason}`,
				`${delivered} delivered`,
				`${waiting + repeating} waiting`,
				`${lost} lost`,
			].join(', '),
		})),
	};
}

function amountOf(body: unknown): string {
	const { events } = (typeof body === 'object' && body !== null ? body : {}) as {
		events?: unknown[];
	};
	if (!Array.isArray(events)) return '';
	return events.length === 1 ? '(1 event)' : `(${events.length} events)`;
}
