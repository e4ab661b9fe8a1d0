import { Collection } from './collection.cts';

/** A send that its external_send_id keeps from being made twice. */
export interface TransactionalSend {
	externalSendId: string;
	dispatchId: string;
	/** Epoch milliseconds. */
	at: number;
}

/** How long Braze knows an external_send_id again. */
const REMEMBERED_MS = 24 * 60 * 60 * 1000;

export class TransactionalSends extends Collection<TransactionalSend> {
	constructor() {
		super([], ({ externalSendId }) => externalSendId);
	}

	/** The send that an external_send_id already stands for. */
	known(externalSendId: unknown, now: number): TransactionalSend | undefined {
		const send = this.find(externalSendId);
		return send && now - send.at < REMEMBERED_MS ? send : undefined;
	}
}
