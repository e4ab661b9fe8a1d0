import { randomBytes, randomUUID } from 'node:crypto';

/** 32 lower-case hex digits, one for each request that sends. */
export function newDispatchId(): string {
	return randomBytes(16).toString('hex');
}

export function newSendId(): string {
	return randomBytes(12).toString('hex');
}

/** The form of the ids of schedules, campaigns, Content Blocks and most other objects. */
export function newId(): string {
	return randomUUID();
}

/** 24 hex digits, one for each profile. */
export function newBrazeId(): string {
	return randomBytes(12).toString('hex');
}
