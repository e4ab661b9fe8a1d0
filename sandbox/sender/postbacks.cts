import { isoMillis } from '../workspace/dates.cts';
import type { Wire } from './wire.cts';

/** Braze documents neither; what is long enough for a workflow to start. */
const TIMEOUT_MS = 30_000;
/** Between two states of an email, on the sandbox's clock. */
const STEP_MS = 500;

/** A transactional email that is to be reported. */
export interface TransactionalEmail {
	dispatchId: string;
	campaignId: string;
	externalSendId?: string;
	/** What becomes of it in the end. Default: delivered. */
	outcome?: 'delivered' | 'bounced' | 'aborted';
	/** Why it bounced or was aborted. */
	reason?: string;
}

type Status = 'sent' | 'processed' | 'delivered' | 'bounced' | 'aborted';

/** Reports the states of transactional emails, one request each. */
export class Postbacks {
	private readonly emails = new Map<string, TransactionalEmail>();

	constructor(
		private readonly wire: Wire,
		private readonly url: () => string | undefined,
	) {}

	/** Reports an email: sent, processed and what became of it, or aborted alone. */
	report(email: TransactionalEmail): void {
		const { outcome = 'delivered' } = email;
		this.emails.set(email.dispatchId, email);
		const states: Status[] = outcome === 'aborted' ? ['aborted'] : ['sent', 'processed', outcome];
		states.forEach((status, index) => {
			if (index === 0) this.post(email, status);
			else this.wire.later(index * STEP_MS, () => this.post(email, status));
		});
	}

	/** Reports that an email came back, where it was a transactional one. */
	bounce(dispatchId: string, reason: string): void {
		const email = this.emails.get(dispatchId);
		if (email) this.post({ ...email, reason }, 'bounced');
	}

	private post(email: TransactionalEmail, status: Status): void {
		const url = this.url();
		if (url === undefined) return;
		const body = {
			dispatch_id: email.dispatchId,
			status,
			metadata: {
				...timesOf(status, isoMillis(this.wire.clock.now())),
				...(email.reason !== undefined &&
					(status === 'bounced' || status === 'aborted') && { reason: email.reason }),
				campaign_api_id: email.campaignId,
				...(email.externalSendId !== undefined && { external_send_id: email.externalSendId }),
			},
		};
		this.wire.track(postJson(this.wire, 'postback', url, body).then(() => undefined));
	}
}

function timesOf(status: Status, at: string): Record<string, string> {
	if (status === 'sent') return { received_at: at, enqueued_at: at, executed_at: at, sent_at: at };
	return { [`${status}_at`]: at };
}

/**
 * Posts JSON once: for what Braze documents no retries of.
 *
 * @returns what came of it, in words
 */
export async function postJson(
	wire: Wire,
	kind: 'postback' | 'callback',
	url: string,
	body: Record<string, unknown>,
): Promise<string> {
	const { record } = await wire.send({
		kind,
		method: 'POST',
		url,
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
		timeoutMs: TIMEOUT_MS,
		attempt: 0,
	});
	const isTaken = record.status !== null && record.status >= 200 && record.status < 300;
	record.outcome = isTaken ? 'delivered' : 'given up';
	return record.failure ?? String(record.status);
}
