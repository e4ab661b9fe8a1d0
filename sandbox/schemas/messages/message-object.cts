import type { JsonSchema } from '../json-schema.cts';
import type { Problem } from '../validate.cts';

/** What a rule may look at besides the message itself. */
export interface RuleContext {
	/** Where the message stands, such as "messages.apple_push". */
	path: string;
	/** The sandbox's time in epoch milliseconds. */
	now: number;
}

/**
 * A message object of Braze: the schema holds keys, types, enums and plain conditions; the rules
 * hold what a schema cannot say, and run only on a message the schema let through.
 */
export interface MessageObject<Message> {
	schema: JsonSchema;
	rules?(message: Message, context: RuleContext): Problem[];
}

/** Bytes of a value as JSON, the way Braze counts a payload. */
export function jsonBytes(value: unknown): number {
	return Buffer.byteLength(JSON.stringify(value) ?? '', 'utf8');
}
