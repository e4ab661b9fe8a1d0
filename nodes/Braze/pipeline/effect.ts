/** What a request does: reach people, change what Braze stores, or only ask. */
export type Effect = 'send' | 'write' | 'read';

/** The words for what became of a request, in every sentence about it. */
export interface EffectWords {
	/** Completes "may have been ...", "was not ...". */
	done: string;
	/** What items must have in common to share a request. */
	content: string;
	/** Completes "because ..." where items could not share one. */
	differs: string;
	/** What to do about a request of which nobody knows whether Braze acted on it. */
	inDoubt: string;
	/** What to do about a request that nothing came of. */
	again: string;
}

const words: Record<Effect, EffectWords> = {
	send: {
		done: 'sent',
		content: 'message',
		differs: 'the message differs',
		inDoubt: 'Look in Braze whether these users got the message before you send it again',
		again: 'run the item again',
	},
	write: {
		done: 'written',
		content: 'settings',
		differs: 'the settings differ',
		inDoubt: 'Look in Braze whether it was written before you write it again',
		again: 'run the item again',
	},
	read: {
		done: 'read',
		content: 'question',
		differs: 'the question differs',
		inDoubt: 'Run the item again later',
		again: 'run the item again',
	},
};

export const wordsOf = (effect: Effect): EffectWords => words[effect];

/** @returns what is open about a request without a clear answer, for the end of a sentence; nothing about a read, which changes nothing */
export function openAbout(effect: Effect): string {
	const { done } = words[effect];
	return effect === 'read' ? '' : `, so this may have been ${done}`;
}

/** What a request carries, in the singular and the plural. */
export interface Noun {
	one: string;
	many: string;
}

/** @returns a count with its noun: "1 user", "3 users" */
export const counted = (count: number, { one, many }: Noun): string =>
	`${count} ${count === 1 ? one : many}`;

/** @returns the noun whose plural ends in an s */
export const noun = (one: string, many = `${one}s`): Noun => ({ one, many });
