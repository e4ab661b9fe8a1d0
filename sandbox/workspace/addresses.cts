import { identifier, object, oneOf, type JsonSchema } from '../schemas/json-schema.cts';
import type { SubscriptionState } from './profiles.cts';

/** An address or a number on a list, and since when it is there. */
export interface Listed {
	/** An address in lower case, or a number. */
	name: string;
	/** Epoch milliseconds. */
	at: number;
	/** Of a number alone. */
	reason?: string;
}

export interface SeedHardBounce {
	email: string;
	hard_bounced_at: string;
}

export interface SeedUnsubscribe {
	email: string;
	unsubscribed_at: string;
}

export interface SeedSpamReport {
	email: string;
	marked_as_spam_at: string;
}

export const INVALID_NUMBER_REASONS = ['provider_error', 'deactivated'];

export interface SeedInvalidNumber {
	phone: string;
	invalid_detected_at: string;
	reason: string;
}

const time: JsonSchema = { type: 'string', format: 'strict-iso-date-time' };
const email: JsonSchema = { type: 'string', format: 'address' };

export const hardBounceSchema = object('hard bounce', { email, hard_bounced_at: time }, [
	'email',
	'hard_bounced_at',
]);

export const unsubscribeSchema = object('unsubscribe', { email, unsubscribed_at: time }, [
	'email',
	'unsubscribed_at',
]);

export const spamReportSchema = object('spam report', { email, marked_as_spam_at: time }, [
	'email',
	'marked_as_spam_at',
]);

export const invalidNumberSchema = object(
	'invalid phone number',
	{
		phone: identifier,
		invalid_detected_at: time,
		reason: oneOf(...INVALID_NUMBER_REASONS),
	},
	['phone', 'invalid_detected_at', 'reason'],
);

/** Addresses or numbers that something is wrong with, each once. */
export class AddressList {
	private readonly byName = new Map<string, Listed>();

	constructor(seeded: Listed[]) {
		for (const listed of seeded) this.add(listed);
	}

	/** The newest first. */
	all(): Listed[] {
		return [...this.byName.values()].sort((left, right) => right.at - left.at);
	}

	has(name: string): boolean {
		return this.byName.has(name.toLowerCase());
	}

	add(listed: Listed): void {
		const name = listed.name.toLowerCase();
		this.byName.set(name, { ...listed, name });
	}

	/** Whether it was on the list. */
	remove(name: string): boolean {
		return this.byName.delete(name.toLowerCase());
	}
}

/** Global states of addresses that no profile has yet: a profile that gets such an address gets its state. */
export class KeptStates {
	private readonly states = new Map<string, SubscriptionState>();

	set(address: string, state: SubscriptionState): void {
		this.states.set(address.toLowerCase(), state);
	}

	of(address: string): SubscriptionState | undefined {
		return this.states.get(address.toLowerCase());
	}
}
